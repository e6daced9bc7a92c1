import type { Observation } from './look.ts';
import type { Trouble } from './network.ts';

const troubleWords = {
  'page-error': 'an error in the page',
  'console-error': 'an error on the console',
  'request-failed': 'a request failed',
  'request-outside': 'a request to somewhere else was stopped',
} as const satisfies Record<Trouble['kind'], string>;

const allSentences = (seen: Observation): readonly string[] => [
  ...seen.problems.map(({ place, message }) => `${message} (${place})`),
  ...seen.troubles.map(({ kind, text }) => `${troubleWords[kind]}: ${text}`),
  ...seen.findings.map(({ kind, subject, detail }) =>
    subject === '' ? `${detail} [${kind}]` : `"${subject}" ${detail} [${kind}]`,
  ),
];

/** All that was found about a screen, each in a sentence, and once. */
export const sentencesOf = (seen: Observation): readonly string[] => [
  ...new Set(allSentences(seen)),
];
