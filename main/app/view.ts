import type {
  CacheState,
  Documents,
  FaultLine,
  WaitingRequest,
} from '../../shared/contract/documents.ts';
import type { OfferingRow, WorkflowRow } from '../../shared/contract/rows.ts';
import { requestScopes } from '../../shared/faults.ts';
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
import type { SteerableClock } from '../clock/steerable-clock.ts';
import type { ActiveFault, FaultRegistry } from '../faults/registry.ts';
import type { WaitingRequest as HeldRequest } from '../faults/waiting-room.ts';
import type { RequestWatch } from './session/request-watch.ts';
import type { Session } from './session/session.ts';

/** The documents that a session has something to say about. */
export type SessionDocuments = Pick<Documents, 'world' | 'clock' | 'identity' | 'caches'>;
type World = Documents['world'];

/** What a window shows of a session, as it is now. */
export interface SessionView {
  readonly documents: SessionDocuments;
  readonly offerings: readonly OfferingRow[];
  readonly workflows: readonly WorkflowRow[];
}

const faultLine = ({
  id: fault,
  how,
  target,
  kind,
  times,
  pace,
  share,
}: ActiveFault): FaultLine => {
  const { what, id = null } = target;
  return { fault, how, what, id, with: kind, times, pace, share };
};

const waitingLine = ({ id: request, subject, since }: HeldRequest): WaitingRequest => {
  const { scope: what, ids } = subject;
  return { request, what, id: ids[0] ?? null, since };
};

const scopeStates = (faults: FaultRegistry): World['scopes'] => {
  const states = requestScopes.map((scope) => {
    const { kind, pace, isHeld } = faults.stateOf(scope);
    return [scope, { with: kind, isSlow: pace !== null, isHeld }] as const;
  });
  return Object.fromEntries(states) as World['scopes'];
};

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
    packages: packages.map(({ identifier, platform_product_identifier }) => ({
      id: identifier,
      productId: platform_product_identifier,
    })),
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

/** What of a running session is looked at. */
export interface Viewed {
  readonly session: Session;
  readonly watch: RequestWatch;
  readonly clock: Pick<SteerableClock, 'state'>;
}

/** Puts together what is spread over memory, disk and timeline. */
export const viewOf = (
  { session, watch, clock }: Viewed,
  knownUsers: readonly string[],
): SessionView => {
  const { engine, disk, faults, files, space } = session;
  const snapshot = engine.snapshot();
  const contents = engine.contents();
  const listed = itemsById(contents);
  const offeringsByWorkflow = Map.groupBy(snapshot.workflowByOffering, ([, id]) => id);

  const stateOf = (what: 'offerings' | 'list'): CacheState => {
    const entry = snapshot[what];
    const { isAsking, failure, source } = watch.of(what);
    if (entry === null) return { copy: null, isAsking, failure };
    const { storedAt, bodyHash } = entry;
    return { copy: { storedAt, source, bodyHash }, isAsking, failure };
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
        faults: faults.list().map(faultLine),
        waiting: faults.waiting().map(waitingLine),
        scopes: scopeStates(faults),
      },
      clock: clock.state(),
      identity: {
        user,
        isAnonymous: isAnonymous(user),
        generation: engine.generation(),
        known: knownUsers,
      },
      caches: {
        offerings: stateOf('offerings'),
        list: stateOf('list'),
        files: files.version(),
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
