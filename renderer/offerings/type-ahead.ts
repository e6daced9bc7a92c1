/** Letters that follow each other sooner belong together. */
const pauseMs = 800;

/** Gathers what is typed at a list that has no field to type into. */
export interface TypeAhead {
  /** What was typed so far, with this key; null: it is no letter. */
  add(key: string, at: number): string | null;
}

export const createTypeAhead = (): TypeAhead => {
  let text = '';
  let last = -Infinity;
  return Object.freeze({
    add: (key: string, at: number) => {
      const isTyping = at - last < pauseMs && text !== '';
      // A space begins nothing: alone it is a press.
      if (!/^.$/u.test(key) || (key === ' ' && !isTyping)) return null;
      text = isTyping ? text + key : key;
      last = at;
      return text.toLowerCase();
    },
  });
};

/**
 * The next place whose name begins with the text, from the one that is selected on; one letter by
 * itself goes on from it, so that pressing it again walks through all of them.
 */
export const placeOf = (names: readonly string[], text: string, from: number): number | null => {
  const start = from + (text.length === 1 ? 1 : 0);
  const order = [...names.keys()].map((step) => (Math.max(0, start) + step) % names.length);
  return order.find((place) => names[place]?.toLowerCase().startsWith(text) === true) ?? null;
};
