/** Whatever begins a word is what people think of first. */
const isWordStart = (text: string, place: number): boolean =>
  place === 0 || /[\s:._\-–→(]/.test(text[place - 1] ?? '');

/** Null: its letters are not all in there, one behind the other. */
const scattered = (token: string, text: string): number | null => {
  let place = -1;
  let gaps = 0;
  for (const letter of token) {
    const next = text.indexOf(letter, place + 1);
    if (next === -1) return null;
    // From one word to the next is as good as no gap: `cs` is Cold start.
    if (place !== -1 && next !== place + 1 && !isWordStart(text, next)) gaps += next - place - 1;
    if (place === -1 && !isWordStart(text, next)) gaps += 4;
    place = next;
  }
  return gaps > token.length * 3 ? null : 20 - gaps;
};

const tokenScore = (token: string, text: string): number | null => {
  const place = text.indexOf(token);
  if (place === -1) return scattered(token, text);
  const later = [...text.matchAll(/[^\s:._\-–→(]+/g)].some(({ 0: word }) => word.startsWith(token));
  return 60 + (later ? 40 : 0) + (place === 0 ? 20 : 0) - Math.min(10, place / 8);
};

/** How well a text is what somebody types; null: not at all. Nothing that is typed fits everything. */
export const fuzzyScore = (typed: string, text: string): number | null => {
  const lower = text.toLowerCase();
  let sum = 0;
  for (const token of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const score = tokenScore(token, lower);
    if (score === null) return null;
    sum += score;
  }
  // Of two that fit alike, the shorter one has less in it that was not typed.
  return sum - Math.min(10, text.length / 20);
};
