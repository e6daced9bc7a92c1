const space = /[ \t\n\r]*/y;
const plainToken = /[{}[\],:]|true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Text goes piece by piece: one pattern for all of it would need memory for each character.
const plainText = /[^"\\\u0000-\u001f]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const endOf = (pattern: RegExp, text: string, offset: number): number => {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
};

/** A token of JSON. */
export interface Token {
  /** Where it began, if there is none. */
  readonly end: number;
  /** For text in quotes that is broken: the first wrong character, or its start if it never ends. */
  readonly wrongAt: number | null;
}

const textAt = (text: string, start: number): Token => {
  for (let at = start + 1; ;) {
    at = endOf(plainText, text, at);
    if (text[at] === '"') return { end: at + 1, wrongAt: null };
    const after = text[at] === '\\' ? endOf(escape, text, at) : at;
    if (after === at) return { end: at, wrongAt: at === text.length ? start : at };
    at = after;
  }
};

/** The token that begins at an offset. */
export const tokenAt = (text: string, offset: number): Token =>
  text[offset] === '"'
    ? textAt(text, offset)
    : { end: endOf(plainToken, text, offset), wrongAt: null };

export const endOfSpace = (text: string, offset: number): number => endOf(space, text, offset);
