/** Puts a word between backticks, as messages quote what stands in a file. */
export const quoted = (word: string): string => `\`${word}\``;

/** `a`, `b` and `c`. */
export const listed = (words: readonly string[], last = 'and'): string => {
  const [final, ...others] = words.map(quoted).toReversed();
  if (final === undefined) return 'nothing';
  return others.length === 0 ? final : `${others.toReversed().join(', ')} ${last} ${final}`;
};

/** How a value of a file is shown in a message: short, and on one line. */
export const shown = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return 'something else';
  if (value === '') return 'empty text';
  return quoted(value.length > 60 ? `${value.slice(0, 60)}…` : value);
};

/** How many letters have to be changed, added, left out or swapped with their neighbour. */
const distance = (left: string, right: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        (last[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (last[column - 1] ?? Infinity) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? Infinity;
};

/** The word that was probably meant; null where nothing is near enough. */
export const nearest = (word: string, candidates: Iterable<string>): string | null => {
  if (word.length > 100) return null;
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const found = distance(word.toLowerCase(), candidate.toLowerCase());
    if (found >= bestDistance || found >= candidate.length) continue;
    best = candidate;
    bestDistance = found;
  }
  return best;
};

/** `; did you mean …?`, or nothing where no word is near. */
export const hint = (word: string, candidates: Iterable<string>): string => {
  const meant = nearest(word, candidates);
  return meant === null ? '' : `; did you mean ${quoted(meant)}?`;
};
