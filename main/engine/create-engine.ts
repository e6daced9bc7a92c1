import type {
  Answer,
  ListAnswer,
  OfferingsAnswer,
  ResolvedWorkflow,
} from '../../shared/answers.ts';
import { type EngineError, engineError } from '../../shared/errors.ts';
import { ttlMs } from '../../shared/freshness.ts';
import {
  type AppUserId,
  type OfferingId,
  type WorkflowId,
  anonymousUserId,
  offeringId,
  workflowId,
} from '../../shared/model/ids.ts';
import { mapOfferings } from '../../shared/model/workflows-list.ts';
import type { RuleSet } from '../../shared/policies.ts';
import type { EventId, Subject } from '../../shared/timeline.ts';
import { createDetails } from './details.ts';
import type { Engine } from './engine.ts';
import { createCopies } from './copies.ts';
import { type EngineParts, type Life, type Scope, type World, startLife } from './life.ts';
import { createLists } from './list.ts';
import { type DetailEntry, type Entry, type ListEntry, dropStrangers } from './memory.ts';
import { createOfferings } from './offerings.ts';
import { createOwnPaywalls } from './own-paywalls.ts';
import { type ProjectNews, followProject } from './project-change.ts';
import { createResolve } from './resolve.ts';
import { createRestore } from './restore.ts';
import { contentsOf, snapshotOf } from './look.ts';
import type { Served } from './served.ts';
import { createShelf } from './shelf.ts';

export interface EngineStart {
  readonly user: AppUserId;
  readonly rules: RuleSet;
  readonly isForeground: boolean;
}

type OfferingMap = OfferingsAnswer['workflowByOffering'];

/** The calls of one life, with everything that they share. */
const createCalls = (life: Life) => {
  const shelf = createShelf(life);
  const resolve = createResolve(life);
  const { fallBack, revive } = createCopies(life, shelf, resolve);
  const details = createDetails(life, { shelf, resolve, fallBack });
  const restore = createRestore(life, shelf, revive);
  const lists = createLists(life, { shelf, details, restore });
  const offerings = createOfferings(life, lists, shelf);
  return { life, details, lists, offerings, ownPaywalls: createOwnPaywalls(life) };
};

const isForeign = (scope: Scope, entry: Entry<unknown>): boolean => entry.user !== scope.user;

const hexDigits = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');

/** The engine: the SDK's calls over its caches, one life after the other. */
export const createEngine = (parts: EngineParts, start: EngineStart): Engine => {
  const world: World = { ...start, generation: 1, leaks: 0, calls: 0 };
  let current = createCalls(startLife(parts, world));

  const refuse = (scope: Scope, cause: EventId, subject: Subject, error: EngineError) => ({
    ok: false as const,
    error,
    decision: scope.record({ type: 'failed', subject, cause, error }),
  });

  const noWorkflow = (message: string): EngineError => engineError('no-workflow', message);

  const countLeaks = (
    scope: Scope,
    served: Entry<unknown>,
    also: readonly (Entry<unknown> | null)[] | undefined,
    cause: EventId,
  ): void => {
    const foreign = isForeign(scope, served)
      ? served
      : also?.find((entry) => entry !== null && isForeign(scope, entry));
    if (foreign == null) return;
    world.leaks += 1;
    const note = `This was fetched for ${foreign.user}.`;
    scope.record({ type: 'leaked', subject: 'identity', cause, note });
  };

  interface Call<E extends Entry<unknown>, T> {
    readonly subject: Subject;
    readonly id?: string;
    /** What memory has is answered in the same step. */
    run(scope: Scope, cause: EventId): Served<E> | Promise<Served<E>>;
    /** The map belongs to the user who asks: a former one never hears of the next one's. */
    view(entry: E, workflowByOffering: OfferingMap | null): T;
    /** What else the answer tells, beside the entry. */
    also?(life: Life): readonly (Entry<unknown> | null)[];
  }

  const complete = <E extends Entry<unknown>, T>(
    life: Life,
    scope: Scope,
    number: number,
    call: Call<E, T>,
    result: Served<E>,
  ): Answer<T> => {
    const { decision } = result;
    const isFormerUser = !scope.isCurrent();
    const { subject, id } = call;
    const type = 'completed';
    if (!result.ok) {
      const { error } = result;
      const told = { type, subject, call: number, cause: decision, error } as const;
      scope.record(id === undefined ? told : { ...told, id });
      return { status: 'error', error, decision, isFormerUser };
    }
    const { entry, source } = result;
    // A late answer tells of nothing but what its own user's request brought.
    countLeaks(scope, entry, isFormerUser ? undefined : call.also?.(life), decision);
    const now = parts.clock.now();
    const ageMs = Math.max(0, now - entry.storedAt);
    const freshness = life.freshnessOf(entry, now);
    // Spelled out, here and below: a copy made by spreading costs more than the rest of a hit.
    scope.record(
      id === undefined
        ? { type, subject, call: number, cause: decision, source, freshness }
        : { type, subject, id, call: number, cause: decision, source, freshness },
      now,
    );
    const map = isFormerUser ? null : life.memory.workflowByOffering;
    return {
      status: 'ok',
      value: call.view(entry, map),
      source,
      freshness,
      ageMs,
      ttlLeftMs: freshness === 'fresh' ? ttlMs(world.isForeground) - ageMs : 0,
      bodyHash: entry.bodyHash,
      decision,
      isFormerUser,
    };
  };

  /** A call of a life that has ended stays open for ever, as with a killed app. */
  const never = (): Promise<never> => new Promise(() => undefined);

  const make = async <E extends Entry<unknown>, T>(call: Call<E, T>): Promise<Answer<T>> => {
    const { life } = current;
    const scope = life.scope();
    world.calls += 1;
    const number = world.calls;
    const { subject, id } = call;
    const type = 'called';
    const cause = scope.record(
      id === undefined ? { type, subject, call: number } : { type, subject, id, call: number },
    );
    const running =
      scope.user === ''
        ? refuse(scope, cause, subject, engineError('no-user', 'There is no app user id.'))
        : call.run(scope, cause);
    const result = running instanceof Promise ? await running : running;
    return life.isAlive() ? complete(life, scope, number, call, result) : never();
  };

  const serveStored = (scope: Scope, id: WorkflowId, entry: DetailEntry, cause: EventId) => {
    const isFresh = current.life.freshnessOf(entry) === 'fresh';
    const type = isFresh ? 'hit' : 'stale-served';
    const decision = scope.record({ type, subject: 'detail', id, cause });
    if (!isFresh) current.details.refresh(scope, id, decision);
    current.details.use(id);
    return { ok: true as const, entry, source: 'memory' as const, decision };
  };

  const serveWorkflow = (
    scope: Scope,
    asked: string,
    cause: EventId,
  ): Served<DetailEntry> | Promise<Served<DetailEntry>> => {
    const { life, details } = current;
    const { memory } = life;
    if (!parts.settings.workflows)
      return refuse(scope, cause, 'detail', noWorkflow('The workflow endpoint is switched off.'));
    if (asked === '' || memory.offerings?.legacyIds.has(asked) === true) {
      const error = noWorkflow(`The offering "${asked}" has an old paywall and no workflow.`);
      return refuse(scope, cause, 'detail', error);
    }
    const mapped = memory.workflowByOffering.get(offeringId(asked));
    const id = mapped ?? workflowId(asked);
    const entry = memory.details.get(id);
    if (entry !== undefined) return serveStored(scope, id, entry, cause);
    const running = scope.details.get(id);
    const decision = scope.record(
      running === undefined
        ? { type: 'miss', subject: 'detail', id, cause }
        : { type: 'joined', subject: 'detail', id, cause: running.startedBy },
    );
    return details.fetch(scope, id, mapped === undefined, decision);
  };

  /** Whoever reads a copy looks whose it is, so it is served to nobody else; but it is still there. */
  const tellNotCleared = (scope: Scope): void => {
    const error = engineError('disk', 'What was stored for the former user could not be removed.');
    scope.record({ type: 'failed', subject: 'disk', cause: scope.startedBy, error });
  };

  const become = (user: AppUserId, how: string): void => {
    world.generation += 1;
    world.user = user;
    parts.http.forgetETags();
    const isCleared = parts.disk.clear();
    const facts = { type: 'identity-changed', subject: 'identity', id: user, note: how } as const;
    current.life.changeScope(facts);
    if (!isCleared) tellNotCleared(current.life.scope());
  };

  const listCall = (force: boolean): Call<ListEntry, ListAnswer> => ({
    subject: 'list',
    run: (scope, cause) =>
      parts.settings.workflows
        ? current.lists.settle(scope, { force, cause })
        : refuse(scope, cause, 'list', noWorkflow('The workflow endpoint is switched off.')),
    view: ({ value }, map) => ({
      list: value,
      workflowByOffering: map ?? mapOfferings(value).workflowByOffering,
    }),
  });
  const [plainList, forcedList] = [listCall(false), listCall(true)];

  return Object.freeze<Engine>({
    getOfferings: () =>
      make({
        subject: 'offerings',
        run: (scope, cause) => current.offerings.get(scope, cause),
        view: ({ value }, map): OfferingsAnswer => ({
          response: value,
          workflowByOffering: map ?? new Map(),
        }),
        also: ({ memory }) => [memory.list],
      }),
    getWorkflowsList: ({ force = false } = {}) => make(force ? forcedList : plainList),
    getWorkflow: (idOrOfferingId: string) =>
      make({
        subject: 'detail',
        id: idOrOfferingId,
        run: (scope, cause) => serveWorkflow(scope, idOrOfferingId, cause),
        view: ({ value }): ResolvedWorkflow => value.open(),
      }),
    workflowIdForOffering: (id: OfferingId) =>
      current.life.memory.workflowByOffering.get(id) ?? null,
    logIn: (user: AppUserId) => {
      if (user !== world.user) become(user, 'log in');
    },
    logOut: () => {
      become(anonymousUserId(hexDigits(parts.random, 32)), 'log out');
    },
    switchUser: (user: AppUserId) => {
      if (user !== world.user) become(user, 'switch user');
    },
    alias: (user: AppUserId) => {
      become(user, 'alias');
    },
    setForeground: (isForeground: boolean) => {
      if (isForeground === world.isForeground) return;
      world.isForeground = isForeground;
      const scope = current.life.scope();
      const note = isForeground ? 'foreground' : 'background';
      const about = { subject: 'app', isForeground, note } as const;
      const event = scope.record({ type: 'foreground-changed', ...about });
      if (isForeground && scope.user !== '') current.offerings.refreshStale(scope, event);
    },
    coldStart: () => {
      current.life.end();
      parts.http.forgetETags();
      current = createCalls(startLife(parts, world));
      current.life.scope().record({ type: 'cold-started', subject: 'app' });
    },
    user: () => world.user,
    generation: () => world.generation,
    isForeground: () => world.isForeground,
    rules: () => world.rules,
    setRules: (rules: RuleSet) => {
      if (rules === world.rules) return;
      world.rules = rules;
      const { life } = current;
      const scope = life.scope();
      const cause = scope.record({ type: 'rules-changed', subject: 'app', note: rules });
      if (life.policies().lateWrite !== 'drop') return;
      for (const about of dropStrangers(life.memory, world.user))
        scope.record({ type: 'evicted', ...about, cause });
    },
    fetchOwnPaywallFiles: (id: OfferingId) => {
      current.ownPaywalls.fetchFiles(current.life.scope(), id);
    },
    projectChanged: (news: ProjectNews) => followProject(current, news),
    leaks: () => world.leaks,
    snapshot: () => snapshotOf(current.life),
    contents: () => contentsOf(current.life, current.ownPaywalls),
    close: () => {
      current.life.end();
    },
  });
};
