import type { ProblemCode } from '../../shared/paywall/problems.ts';
import type { FrameArea, FrameFinding, FrameProblem } from '../../shared/stage/frame-messages.ts';
import type {
  WorkflowProblemCode,
  WorkflowProblem,
} from '../../shared/workflow/workflow-problems.ts';
import type { Outline } from '../../shared/workflow/outline.ts';
import { stepsInOrder } from '../../shared/workflow/step-order.ts';
import { messages } from '../messages.ts';
import type { ScreenReport } from './stage-store.ts';

/** A real problem, what is broken on purpose, or something to know. */
export type Severity = 'problem' | 'purpose' | 'note';
const severities: readonly Severity[] = ['problem', 'purpose', 'note'];

/** One line of the list of problems. */
export interface ListedProblem {
  readonly key: string;
  readonly severity: Severity;
  readonly text: string;
  /** Where it is in the screen's JSON; null: nobody knows. */
  readonly place: string | null;
  /** Which step to go to; null: it is about the whole workflow. */
  readonly stepId: string | null;
  readonly area: FrameArea | null;
}

/** Nothing is wrong by these: the preview says what it does differently, or a phone copes. */
const notes = new Set<ProblemCode | WorkflowProblemCode>([
  'too-deep',
  'too-many',
  'unknown-value',
  'font-without-file',
  'font-not-offline',
  'missing-words',
  'unsupported-condition',
  'rules-ignored',
  'not-in-preview',
  'unreachable-step',
]);

const noteFindings: ReadonlySet<string> = new Set(['text-off-screen', 'low-contrast']);

/** What is missing for as long as somebody keeps it away. */
const filesMissing: ReadonlySet<string> = new Set([
  'asset-missing',
  'font-not-offline',
  'font-not-loaded',
  'image-not-loaded',
  'background-not-loaded',
  'icon-not-loaded',
  'video-not-playable',
]);

const severityOf = (code: string, isNote: boolean, isBroken: boolean): Severity => {
  if (isBroken && filesMissing.has(code)) return 'purpose';
  return isNote ? 'note' : 'problem';
};

const isNoteCode = (code: string): boolean => (notes as ReadonlySet<string>).has(code);

const ofProblem =
  (stepId: string, isBroken: boolean) =>
  ({ code, place, message }: FrameProblem, index: number): ListedProblem => ({
    key: `${stepId} problem ${String(index)}`,
    severity: severityOf(code, isNoteCode(code), isBroken),
    text: message,
    place: place === '' ? null : place,
    stepId,
    area: null,
  });

const findingText = ({ kind, subject, detail }: FrameFinding): string => {
  const what = messages.stage.problems.finding[kind] ?? kind;
  const rest = [subject === '' ? null : `“${subject}”`, detail === '' ? null : detail];
  return [`${what}:`, ...rest]
    .filter((part) => part !== null)
    .join(' ')
    .replace(/:$/, '');
};

const ofFinding =
  (stepId: string, isBroken: boolean) =>
  (finding: FrameFinding, index: number): ListedProblem => ({
    key: `${stepId} finding ${String(index)}`,
    severity: severityOf(finding.kind, noteFindings.has(finding.kind), isBroken),
    text: findingText(finding),
    place: null,
    stepId,
    area: finding.area,
  });

const ofWorkflow = ({ code, message, stepId, screenId }: WorkflowProblem): ListedProblem => ({
  key: `workflow ${code} ${stepId ?? ''} ${screenId ?? ''} ${message}`,
  severity: isNoteCode(code) ? 'note' : 'problem',
  text: message,
  place: null,
  stepId,
  area: null,
});

interface Findings {
  readonly outline: Outline;
  readonly workflow: readonly WorkflowProblem[];
  readonly reports: ReadonlyMap<string, ScreenReport>;
  /** Whether something is broken on purpose that files come through. */
  readonly isBroken: boolean;
}

/** Everything that was found, the worst first, then in the order of the steps. */
export const listedProblems = ({
  outline,
  workflow,
  reports,
  isBroken,
}: Findings): readonly ListedProblem[] => {
  const ofScreens = stepsInOrder(outline).flatMap(({ id, screenId }) => {
    const report = screenId === null ? undefined : reports.get(screenId);
    if (report === undefined) return [];
    return [
      ...report.problems.map(ofProblem(id, isBroken)),
      ...report.findings.map(ofFinding(id, isBroken)),
    ];
  });
  const all = [...workflow.map(ofWorkflow), ...ofScreens];
  return severities.flatMap((severity) => all.filter((each) => each.severity === severity));
};

/** How many there are of each. */
export const countsOf = (
  problems: readonly ListedProblem[],
): readonly { readonly severity: Severity; readonly amount: number }[] =>
  severities
    .map((severity) => ({
      severity,
      amount: problems.filter((each) => each.severity === severity).length,
    }))
    .filter(({ amount }) => amount > 0);
