import type { Failure } from '../../shared/contract/documents.ts';
import { ttlMs } from '../../shared/freshness.ts';
import { insideSentence } from '../../shared/stage/presentation.ts';
import { messages } from '../messages.ts';
import { countdown } from './countdown.ts';
import { durationText } from './format.ts';
import { freshnessAt } from './moment.ts';
import type { ListedItem } from './selection.ts';
import { type RowMoment, workflowStatus } from './workflow-status.ts';

const words = messages.inspector.headline;

type Item = Pick<ListedItem, 'offering' | 'workflow'>;
type Copy = NonNullable<NonNullable<ListedItem['workflow']>['copy']>;

/** How good a copy is, by the function that the engine asks. */
const qualityOf = ({ storedAt }: Copy, moment: RowMoment): string => {
  const { freshness, leftMs } = freshnessAt(storedAt, moment);
  if (freshness === 'fresh') return words.fresh(countdown(leftMs ?? 0));
  if (storedAt === null) return words.markedStale;
  if (storedAt > moment.now) return words.fromTheFuture;
  return words.stale(durationText(moment.now - storedAt - ttlMs(moment.isForeground)));
};

const behind = (isAsking: boolean, failure: Failure | null): string | null => {
  if (isAsking) return words.refreshing;
  if (failure === null) return null;
  const why = insideSentence(failure);
  return failure.code === 'rejected' ? words.refreshRejected(why) : words.refreshFailed(why);
};

const withoutCopy = (failure: Failure | null, isAsking: boolean): string => {
  if (isAsking) return words.asking;
  if (failure === null) return words.missing;
  const why = insideSentence(failure);
  return failure.code === 'rejected' ? words.rejected(why) : words.failed(why);
};

/** The decision in one sentence: what whoever opens it now is served, how good it is, and why. */
export const headlineOf = ({ offering, workflow }: Item, moment: RowMoment): string => {
  const { kind } = workflowStatus(offering, workflow, moment);
  if (kind === 'legacy') return words.legacy;
  if (kind === 'none') return words.none;
  if (kind === 'unknown') return words.unknown;
  const { copy = null, isAsking = false, failure = null } = workflow ?? {};
  if (copy === null) return withoutCopy(failure, isAsking);
  const served = copy.source === 'disk' ? words.restored : words.fromMemory;
  const what = `${served}, ${qualityOf(copy, moment)}`;
  const also = behind(isAsking, failure);
  return also === null ? `${what}.` : `${what}; ${also}.`;
};
