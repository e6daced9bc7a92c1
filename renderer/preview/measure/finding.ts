import type { Area, Finding, FindingKind } from '../contract.ts';
import { areaOf } from '../geometry.ts';

export const finding = (
  kind: FindingKind,
  subject: string,
  detail: string,
  area: Area,
): Finding => ({ kind, subject, detail, area: areaOf(area) });

/** One of a kind for each subject: the lines of a text are often all wrong at once. */
export const eachOnce = (findings: readonly Finding[]): readonly Finding[] =>
  [
    ...new Map(
      findings
        .toReversed()
        .map((found) => [`${found.kind} ${found.subject} ${found.detail}`, found]),
    ).values(),
  ].toReversed();
