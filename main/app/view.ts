import type { CacheState, Documents, FaultLine } from '../../shared/contract/documents.ts';
import type { OfferingRow, WorkflowRow } from '../../shared/contract/rows.ts';
import type { Target } from '../../shared/faults.ts';
import { isAbsent } from '../../shared/model/decode.ts';
import {
  isAnonymous,
  type OfferingId,
  type WorkflowId,
  workflowId,
} from '../../shared/model/ids.ts';
import { type Offering, isLegacy } from '../../shared/model/offerings.ts';
import type { ListItem } from '../../shared/model/workflows-list.ts';
import type { CacheContents, CacheSnapshot, DetailSnapshot } from '../engine/engine.ts';
import type { FaultRegistry } from '../faults/registry.ts';
import type { RequestWatch } from './request-watch.ts';
import type { Session } from './session.ts';

/** The documents that a session has something to say about. */
export type SessionDocuments = Pick<Documents, 'world' | 'identity' | 'caches'>;

/** What a window shows of a session, as it is now. */
export interface SessionView {
  readonly documents: SessionDocuments;
  readonly offerings: readonly OfferingRow[];
  readonly workflows: readonly WorkflowRow[];
}

const line = (
  how: FaultLine['how'],
  { what, id }: Target,
  kind: FaultLine['with'] = null,
  times: number | null = null,
): FaultLine => ({ how, what, id: id ?? null, with: kind, times });

const faultLines = (faults: FaultRegistry): readonly FaultLine[] => [
  ...faults
    .active()
    .map(({ target, kind, times }) =>
      kind === 'slow' ? line('slow', target) : line('fail', target, kind, times ?? null),
    ),
  ...faults.held().map((target) => line('hold', target)),
];

const offeringRow = (
  offering: Offering,
  position: number,
  current: string | null,
  map: CacheSnapshot['workflowByOffering'],
): OfferingRow => {
  const { identifier: id, description, packages, paywall_components: components } = offering;
  return {
    id,
    position,
    description,
    isCurrent: id === current,
    isLegacy: isLegacy(offering),
    hasOwnPaywall: !isAbsent(components),
    packages: packages.map(({ identifier }) => identifier),
    workflowId: map.get(id as OfferingId) ?? null,
  };
};

/** Everything that the list names, and everything that memory holds beside it. */
const workflowIds = (
  listed: ReadonlyMap<WorkflowId, readonly ListItem[]>,
  details: CacheSnapshot['details'],
): readonly WorkflowId[] => [...new Set([...listed.keys(), ...details.keys()])];

const itemsById = (contents: CacheContents): ReadonlyMap<WorkflowId, readonly ListItem[]> =>
  Map.groupBy(contents.list?.workflows ?? [], ({ id }) => id);

const copyOf = (
  entry: DetailSnapshot | undefined,
  { source }: ReturnType<RequestWatch['of']>,
): WorkflowRow['copy'] => {
  if (entry === undefined) return null;
  const { storedAt, bodyHash, sizeBytes } = entry;
  return { storedAt, source, bodyHash, sizeBytes };
};

/** Puts together what is spread over memory, disk and timeline. */
export const viewOf = (
  { engine, disk, faults, space }: Session,
  watch: RequestWatch,
  knownUsers: readonly string[],
): SessionView => {
  const snapshot = engine.snapshot();
  const contents = engine.contents();
  const listed = itemsById(contents);
  const offeringsByWorkflow = Map.groupBy(snapshot.workflowByOffering, ([, id]) => id);

  const stateOf = (what: 'offerings' | 'list'): CacheState => {
    const entry = snapshot[what];
    const { isAsking, failure, source } = watch.of(what);
    return { copy: entry && { storedAt: entry.storedAt, source }, isAsking, failure };
  };

  const workflowRow = (id: WorkflowId, position: number): WorkflowRow => {
    const items = listed.get(id) ?? [];
    const watched = watch.of('detail', id);
    return {
      id,
      displayName: items[0]?.displayName ?? null,
      position: items.length > 0 ? position : null,
      offeringIds: (offeringsByWorkflow.get(id) ?? []).map(([offering]) => offering),
      isPrefetched: items.some(({ prefetch, offeringId }) => prefetch && offeringId !== null),
      isPersisted: disk.hasEnvelope(id),
      copy: copyOf(snapshot.details.get(id), watched),
      isAsking: watched.isAsking,
      failure: watched.failure,
    };
  };

  const user = engine.user();
  const response = contents.offerings;
  const current = response?.current_offering_id ?? null;
  return {
    documents: {
      world: {
        isOnline: faults.isOnline(),
        isForeground: engine.isForeground(),
        rules: engine.rules(),
        isDiskFull: space.isFull,
        faults: faultLines(faults),
      },
      identity: {
        user,
        isAnonymous: isAnonymous(user),
        generation: engine.generation(),
        known: knownUsers,
      },
      caches: {
        offerings: stateOf('offerings'),
        list: stateOf('list'),
        quarantined: disk.quarantinedCount(),
        leaks: engine.leaks(),
      },
    },
    offerings: (response?.offerings ?? []).map((offering, position) =>
      offeringRow(offering, position, current, snapshot.workflowByOffering),
    ),
    workflows: workflowIds(listed, snapshot.details).map((id, position) =>
      workflowRow(workflowId(id), position),
    ),
  };
};
