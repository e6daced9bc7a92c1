import type {
  Answer,
  ListAnswer,
  OfferingsAnswer,
  ResolvedWorkflow,
} from '../../shared/answers.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Freshness } from '../../shared/freshness.ts';
import { publishedRevision } from '../../shared/model/workflow.ts';
import type { Source, TimelineEvent } from '../../shared/timeline.ts';
import type { Lab } from './lab.ts';

type Answered = OfferingsAnswer | ListAnswer | ResolvedWorkflow;

/** What matters of an answer, small enough to be compared whole. */
export interface Brief {
  readonly status: 'ok' | 'error';
  readonly isFormerUser: boolean;
  readonly source?: Source;
  readonly freshness?: Freshness;
  readonly workflow?: string;
  readonly revision?: number | null;
  readonly error?: ErrorCode;
}

const contentOf = (value: Answered): Pick<Brief, 'workflow' | 'revision'> =>
  'workflow' in value
    ? { workflow: value.workflow.id, revision: publishedRevision(value.workflow) }
    : {};

export const brief = (answer: Answer<Answered>): Brief => {
  const { status, isFormerUser } = answer;
  if (answer.status === 'error') return { status, error: answer.error.code, isFormerUser };
  const { source, freshness, value } = answer;
  return { status, source, freshness, ...contentOf(value), isFormerUser };
};

/** A fresh workflow in its first revision, as it is answered in time. */
export const okFrom = (source: Source, workflow: string): Brief => ({
  status: 'ok',
  source,
  freshness: 'fresh',
  workflow,
  revision: 1,
  isFormerUser: false,
});

/** A call that may stay open, with what it has been answered with so far. */
export interface Watched {
  now(): Brief | 'pending';
}

/** Follows a call without waiting for it. */
export const watch = (call: Promise<Answer<Answered>>): Watched => {
  let seen: Brief | 'pending' = 'pending';
  void call.then((answer) => (seen = brief(answer)));
  return { now: () => seen };
};

export const now = (calls: readonly Watched[]): readonly (Brief | 'pending')[] =>
  calls.map((call) => call.now());

export const emptyMemory = { offerings: 'absent', list: 'absent', details: {}, map: {} };
export const emptyDisk = { offerings: false, list: false, envelopes: [], quarantined: 0 };

/** How many requests of each kind reached the backend. */
export const requestsOf = ({ requests }: Lab) => ({
  offerings: requests('offerings'),
  list: requests('list'),
  detail: requests('detail'),
  cdn: requests('cdn'),
});

export const allEvents = ({ timeline }: Lab): readonly TimelineEvent[] => timeline.since(1);

/** The event and what led to it, back to where it all began: `type subject id`. */
export const chainOf = (lab: Lab, event: TimelineEvent | undefined): readonly string[] => {
  if (event === undefined) return [];
  const { type, subject, id, cause } = event;
  const text = [type, subject, ...(id === undefined ? [] : [id])].join(' ');
  const led = cause === undefined ? null : lab.timeline.find(cause);
  return led === null ? [text] : [text, ...chainOf(lab, led)];
};

/** So many prefetched workflows, each with an offering of its own: `wf_1` and `of_1`, … */
export const prefetchedProject = (count: number, delivery: 'inline' | 'cdn' = 'inline') => {
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1));
  return {
    offerings: numbers.map((number) => ({ id: `of_${number}` })),
    workflows: numbers.map((number) => ({
      id: `wf_${number}`,
      offering: `of_${number}`,
      prefetch: true,
      delivery,
    })),
  };
};
