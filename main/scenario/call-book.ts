import { messageOf } from '../../shared/error-text.ts';
import type {
  Answer,
  ListAnswer,
  OfferingsAnswer,
  ResolvedWorkflow,
} from '../../shared/answers.ts';
import { publishedRevision } from '../../shared/model/workflow.ts';
import type { EngineError } from '../../shared/errors.ts';
import type { EventId } from '../../shared/timeline.ts';
import type { Session } from '../app/session/session.ts';

/** What a call was answered with, as far as checks look into it. */
export interface AnswerContent {
  readonly workflow?: string;
  readonly revision?: number | null;
  readonly offerings?: readonly string[];
  readonly current?: string | null;
}

/** How a call stands now. */
export interface CallState {
  readonly status: 'ok' | 'error' | 'pending';
  readonly source?: string;
  readonly freshness?: string;
  readonly error?: EngineError;
  /** The event that says why. */
  readonly decision?: EventId;
  readonly content: AnswerContent;
  /** The identity has changed since the call was made, also where the same user is back. */
  readonly isFormerUser: boolean;
  readonly completions: number;
}

/** The calls of a scenario, by the names that it gives them. */
export interface CallBook {
  getOfferings(name: string | null): void;
  getList(name: string | null, force: boolean): void;
  getWorkflow(name: string | null, id: string): void;
  /** Null: no call has that name. */
  stateOf(name: string): CallState | null;
  /** What it is answered with, once it is; null: no call has that name. */
  answerTo(name: string): Promise<Answer<unknown>> | null;
}

type Settled = Answer<AnswerContent> | { readonly status: 'threw'; readonly problem: string };

interface Entry {
  readonly call: number | null;
  readonly generation: number;
  readonly answer: Promise<Answer<unknown>>;
  settled: Settled | null;
}

const ofOfferings = ({ response }: OfferingsAnswer): AnswerContent => ({
  offerings: response.offerings.map(({ identifier }) => identifier),
  current: response.current_offering_id ?? null,
});

const ofWorkflow = ({ workflow }: ResolvedWorkflow): AnswerContent => ({
  workflow: workflow.id,
  revision: publishedRevision(workflow),
});

const ofList = (_answer: ListAnswer): AnswerContent => ({});

const converted = <T>(
  answer: Answer<T>,
  read: (value: T) => AnswerContent,
): Answer<AnswerContent> =>
  answer.status === 'ok' ? { ...answer, value: read(answer.value) } : answer;

const pendingState = (completions: number, isFormerUser: boolean): CallState => ({
  status: 'pending',
  content: {},
  isFormerUser,
  completions,
});

const settledState = (
  answer: Answer<AnswerContent>,
  completions: number,
  isFormerUser: boolean,
): CallState => {
  const { status, decision } = answer;
  if (status === 'error')
    return { status, error: answer.error, decision, isFormerUser, completions, content: {} };
  const { source, freshness, value } = answer;
  return { status, source, freshness, decision, isFormerUser, completions, content: value };
};

/** Keeps what the calls of one session are answered with. */
export const createCallBook = ({ engine, timeline }: Session): CallBook => {
  const entries = new Map<string, Entry>();

  const make = <T>(
    name: string | null,
    call: () => Promise<Answer<T>>,
    read: (value: T) => AnswerContent,
  ): void => {
    const firstEvent = timeline.nextId();
    const generation = engine.generation();
    const answer = call();
    const called = timeline.since(firstEvent).find(({ type }) => type === 'called');
    const entry: Entry = { call: called?.call ?? null, generation, answer, settled: null };
    if (name !== null) entries.set(name, entry);
    answer.then(
      (value) => (entry.settled = converted(value, read)),
      (error: unknown) => (entry.settled = { status: 'threw', problem: messageOf(error) }),
    );
  };

  const completionsOf = ({ call }: Entry): number =>
    call === null
      ? 0
      : timeline.since(1).filter((event) => event.type === 'completed' && event.call === call)
          .length;

  return Object.freeze({
    getOfferings: (name: string | null) => {
      make(name, () => engine.getOfferings(), ofOfferings);
    },
    getList: (name: string | null, force: boolean) => {
      make(name, () => engine.getWorkflowsList({ force }), ofList);
    },
    getWorkflow: (name: string | null, id: string) => {
      make(name, () => engine.getWorkflow(id), ofWorkflow);
    },
    answerTo: (name: string) => entries.get(name)?.answer ?? null,
    stateOf: (name: string) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const completions = completionsOf(entry);
      const isFormerUser = engine.generation() !== entry.generation;
      if (entry.settled === null) return pendingState(completions, isFormerUser);
      // The engine answers with values; a throw is a fault of ours, and must not look like one.
      if (entry.settled.status === 'threw') throw new Error(entry.settled.problem);
      return settledState(entry.settled, completions, isFormerUser);
    },
  });
};
