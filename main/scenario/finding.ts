/** What one check found. */
export interface Finding {
  /** What was looked at: `paywall.source`, `requests.detail wf_a`. */
  readonly what: string;
  readonly expected: string;
  readonly seen: string;
  readonly holds: boolean;
}

/** `paywall.source: expected memory, saw network`. */
export const findingText = ({ what, expected, seen }: Finding): string =>
  `${what}: expected ${expected}, saw ${seen}`;

/** Compares texts as they are shown. */
export const sameText = (what: string, expected: string, seen: string): Finding => ({
  what,
  expected: expected === '' ? 'empty text' : expected,
  seen: seen === '' ? 'empty text' : seen,
  holds: expected === seen,
});

/** The first words of a list, so that a line stays readable. */
export const shortList = (words: readonly string[], most = 20): string => {
  if (words.length === 0) return 'none';
  const more = words.length > most ? ` and ${String(words.length - most)} more` : '';
  return `${words.slice(0, most).join(', ')}${more}`;
};

/** All of a list of ids. */
export const idList = (ids: readonly string[]): string => shortList(ids, Infinity);
