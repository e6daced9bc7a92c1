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

const longestShown = 500;
const mostShown = 40;

/** A text of a file as a window gets it: a file can have one of a megabyte, in a thousand rounds. */
export const shortText = (text: string): string =>
  text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;

/** As a window gets them; of very many, those first that do not hold. */
export const shortFindings = (findings: readonly Finding[]): readonly Finding[] => {
  const some =
    findings.length > mostShown
      ? findings
          .toSorted((one, other) => Number(one.holds) - Number(other.holds))
          .slice(0, mostShown)
      : findings;
  return some.map(({ what, expected, seen, holds }) => ({
    what: shortText(what),
    expected: shortText(expected),
    seen: shortText(seen),
    holds,
  }));
};

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
