import { type Freshness, freshnessOf, ttlMs } from '../../shared/freshness.ts';
import type { AppUserId } from '../../shared/model/ids.ts';
import { type Policies, type RuleSet, policies } from '../../shared/policies.ts';
import type { EventFacts, EventId } from '../../shared/timeline.ts';
import type { Downloads, FileCache } from '../cdn/files.ts';
import type { Clock } from '../clock/clock.ts';
import type { Random } from '../clock/random.ts';
import type { Http, Trace } from '../http/http.ts';
import type { Disk } from '../store/disk.ts';
import type { DetailWork } from './detail-work.ts';
import type { EventOrigin } from './event-ring.ts';
import { type Jitter, startJitter } from './jitter.ts';
import type { ListBatch } from './list.ts';
import { type Entry, type Memory, clearMemory, createMemory } from './memory.ts';
import type { OfferingsWork } from './offerings.ts';
import { type Slots, createSlots } from './slots.ts';
import type { Timeline } from './timeline.ts';

/** At most so many details are prefetched at a time. */
const prefetchLimit = 4;

export interface EngineSettings {
  /** False: the workflow endpoint is switched off, offerings come alone. */
  readonly workflows: boolean;
  /** Details fetched on demand are kept on disk, within a cap. */
  readonly persistOnDemand: boolean;
  readonly locales: readonly string[];
}

/** What the engine needs from outside. */
export interface EngineParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly http: Http;
  readonly disk: Disk;
  readonly files: FileCache;
  openDownloads(scope: { readonly isCurrent: () => boolean }): Downloads;
  readonly timeline: Timeline;
  /** Lets others run before long work goes on. */
  nextTurn(): Promise<void>;
  readonly settings: EngineSettings;
}

/** What outlives a cold start. */
export interface World {
  rules: RuleSet;
  isForeground: boolean;
  user: AppUserId;
  /** Goes up with every identity change. */
  generation: number;
  leaks: number;
  calls: number;
}

/**
 * Everything that belongs to one user from one identity change to the next. It is handed to all that
 * a request sets off, and is the token that each write is checked against (G-03): not the user id,
 * which may come back.
 */
export interface Scope {
  readonly user: AppUserId;
  readonly generation: number;
  readonly slots: Slots;
  readonly downloads: Downloads;
  /** The work in flight: only callers of the same generation join it. */
  readonly details: Map<string, DetailWork>;
  list: ListBatch | null;
  offerings: OfferingsWork | null;
  /** The identity change that made its user the current one; 0: it was so from the start. */
  startedBy: EventId;
  /** The identity change that made its user a former one; 0: there was none. */
  endedBy: EventId;
  /** Workflows whose assets have been asked for, by the body they came with. */
  readonly preloaded: Set<string>;
  /** The app lives, and the identity has not changed since. */
  isCurrent(): boolean;
  /** What comes for this scope may be stored: never for a former user, but under `android` (#3547). */
  mayStore(): boolean;
  /** It happens now, unless another time is given. */
  record(facts: EventFacts, at?: number): EventId;
  trace(cause: EventId): Trace;
  /** The wait before a request in the background; null: the request leaves in the same step. */
  jitter(): Jitter | null;
}

/** One run of the app, from a cold start to the next. */
export interface Life {
  readonly parts: EngineParts;
  readonly world: World;
  readonly memory: Memory;
  readonly signal: AbortSignal;
  policies(): Policies;
  scope(): Scope;
  isAlive(): boolean;
  /** Now, unless another time is given. */
  freshnessOf(entry: Entry<unknown>, now?: number): Freshness;
  /** Starts the scope of the user who is current now; what the former one has waiting is dropped. */
  changeScope(facts: EventFacts): void;
  end(): void;
}

const longestId = 200;

/** Ids come from outside, and the ring is bounded in events, not in bytes. */
const withShortId = (facts: EventFacts): EventFacts =>
  facts.id === undefined || facts.id.length <= longestId
    ? facts
    : { ...facts, id: facts.id.slice(0, longestId) };

const createScope = (life: Life, shared: { isCurrent: (scope: Scope) => boolean }): Scope => {
  const { parts, world } = life;
  const { user, generation } = world;

  /** The same object for all events, until the rules change. */
  let origin: EventOrigin = { user, generation, rules: world.rules };
  const originNow = (): EventOrigin => {
    if (origin.rules !== world.rules) origin = { user, generation, rules: world.rules };
    return origin;
  };

  const record = (facts: EventFacts, at = parts.clock.now()): EventId =>
    life.isAlive() ? parts.timeline.record(withShortId(facts), at, originNow()) : 0;

  const isCurrent = (): boolean => shared.isCurrent(scope);
  const mayStore = (): boolean =>
    life.isAlive() && (isCurrent() || life.policies().lateWrite === 'write');

  const scope: Scope = {
    user,
    generation,
    slots: createSlots(prefetchLimit),
    downloads: parts.openDownloads({ isCurrent: mayStore }),
    details: new Map(),
    list: null,
    offerings: null,
    startedBy: 0,
    endedBy: 0,
    preloaded: new Set(),
    isCurrent,
    mayStore,
    record,
    trace: (cause: EventId) => ({ record, cause }),
    jitter: () => (world.isForeground ? null : startJitter(parts.clock, parts.random)),
  };
  return Object.seal(scope);
};

const isIdle = ({ list, offerings, details, downloads }: Scope): boolean =>
  list === null && offerings === null && details.size === 0 && downloads.isIdle();

/** Starts with empty memory on the disk that is there. */
export const startLife = (parts: EngineParts, world: World): Life => {
  const ending = new AbortController();
  const memory = createMemory();
  let current: Scope | null = null;

  /** The current one, and former ones that still have something in flight. */
  const scopes = new Set<Scope>();

  const isAlive = (): boolean => !ending.signal.aborted;

  const life: Life = {
    parts,
    world,
    memory,
    signal: ending.signal,
    policies: () => policies[world.rules],
    scope: () => (current ??= open()),
    isAlive,
    freshnessOf: ({ storedAt, isMarkedStale }, now = parts.clock.now()) =>
      freshnessOf({
        storedAt: isMarkedStale ? null : storedAt,
        now,
        ttlMs: ttlMs(world.isForeground),
        future: life.policies().futureCountsAs,
      }),
    changeScope: (facts: EventFacts) => {
      const former = life.scope();
      clearMemory(memory);
      current = open();
      current.startedBy = current.record(facts);
      former.endedBy = current.startedBy;
      // The SDKs' Android half goes on with what a former user had waiting.
      if (life.policies().lateWrite === 'drop') retire(former);
    },
    end: () => {
      ending.abort();
      for (const scope of scopes) {
        retire(scope);
        scope.downloads.abort();
      }
    },
  };

  const open = (): Scope => {
    for (const former of scopes) if (isIdle(former)) scopes.delete(former);
    const scope = createScope(life, { isCurrent: (asked) => isAlive() && asked === current });
    scopes.add(scope);
    return scope;
  };

  const retire = (former: Scope): void => {
    former.slots.dropWaiting();
    former.downloads.dropWaiting();
    former.list?.hurry();
    former.offerings?.hurry();
    for (const work of former.details.values()) work.cutJitter();
  };

  return Object.freeze(life);
};

/** Says that something came too late to be stored, because the identity has changed since. */
export const dropLate = (
  scope: Scope,
  subject: 'offerings' | 'list' | 'detail',
  id?: string,
): EventId =>
  scope.record({
    type: 'dropped-late',
    subject,
    cause: scope.endedBy,
    ...(id === undefined ? {} : { id }),
  });
