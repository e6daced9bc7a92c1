import type { Finding } from './preview-page.ts';

/** One of a kind for each subject: the lines of a text are often all wrong at once. */
export const eachOnce = (findings: readonly Finding[]): readonly Finding[] =>
  [
    ...new Map(
      findings.toReversed().map((found) => [`${found.kind} ${found.subject}`, found]),
    ).values(),
  ].toReversed();
