import type { ErrorCode } from '../../shared/errors.ts';
import { type Policies, type RuleSet, policies } from '../../shared/policies.ts';
import type { Ending } from './endings.ts';
import type { PaperBackend, PaperWorkflow } from './paper-backend.ts';

/** How the answers of one endpoint end, until that is changed. */
export type Endings = Record<'offerings' | 'list' | 'detail' | 'cdn', Ending>;

type Good = { readonly source: 'network' | 'memory' | 'disk'; readonly freshness: string };
type Bad = { readonly error: ErrorCode };

/** What a call is answered with: where it came from and how good it is, or why there is nothing. */
export type ModelAnswer = (Good & { readonly revision?: number }) | Bad;

interface Stamp {
  readonly storedAt: number;
  readonly isStale?: true;
}

type Items = readonly Pick<PaperWorkflow, 'id' | 'offering' | 'prefetch'>[];
type List = Stamp & { readonly items: Items };
/** A workflow in memory, and the revision of it that somebody gets. */
type Detail = Stamp & { readonly workflow: PaperWorkflow; isPersisted: boolean };
type Envelope = { readonly workflow: PaperWorkflow; keep: 'prefetched' | 'on-demand' };
type Fetch = { readonly isPrefetch?: true; readonly isAwaited?: true; readonly isUnmapped?: true };

/**
 * The caches as plain as they can be: one thing after the other, without requests, files or time
 * that passes meanwhile. What the specification says (A2 to A6), and nothing about how.
 */
export class Model {
  readonly endings: Endings = { offerings: 'ok', list: 'ok', detail: 'ok', cdn: 'ok' };
  now = 0;
  isForeground = true;
  offerings: Stamp | null = null;
  list: List | null = null;
  map = new Map<string, string>();
  details = new Map<string, Detail>();
  readonly disk = {
    offerings: null as Stamp | null,
    list: null as List | null,
    envelopes: new Map<string, Envelope>(),
  };
  readonly #files = new Set<string>();
  readonly #rules: Policies;
  readonly #backend: PaperBackend;
  readonly #keepsOnDemand: boolean;

  constructor(rules: RuleSet, backend: PaperBackend, persistOnDemand: boolean) {
    this.#rules = policies[rules];
    this.#backend = backend;
    this.#keepsOnDemand = persistOnDemand && this.#rules.onDemandPersistence === 'setting';
  }

  freshness({ storedAt, isStale }: Stamp): 'fresh' | 'stale' {
    const ageMs = this.now - storedAt;
    const isFuture = ageMs < 0 && this.#rules.futureCountsAs === 'stale';
    const ttlMs = this.isForeground ? 5 * 60_000 : 25 * 3_600_000;
    return isStale === true || isFuture || ageMs >= ttlMs ? 'stale' : 'fresh';
  }

  getOfferings(): ModelAnswer {
    const entry = this.offerings;
    if (entry === null) return this.#fetchOfferings();
    const answer = this.#good(entry, 'memory');
    if (answer.freshness === 'fresh') this.getList(false);
    else {
      const isAsked = this.#rules.staleOfferingsInMemory === 'wait-for-list' && this.#listIsDue();
      if (isAsked) this.#fetchList(false, () => this.#fetchOfferings('the list is on its way'));
      else this.#fetchOfferings();
    }
    return answer;
  }

  getList(force: boolean): ModelAnswer {
    const entry = this.list;
    if (entry === null || force) return this.#fetchList(force);
    const answer = this.#good(entry, 'memory');
    if (answer.freshness === 'fresh') return answer;
    const fetched = this.#fetchList(false);
    return this.#rules.staleListInMemory === 'serve' ? answer : fetched;
  }

  getWorkflow(asked: string): ModelAnswer {
    const id = this.map.get(asked) ?? asked;
    const entry = this.details.get(id);
    if (entry === undefined) {
      const isUnmapped = this.map.has(asked) ? {} : { isUnmapped: true as const };
      return this.#fetchDetail(id, { isAwaited: true, ...isUnmapped });
    }
    const answer = { ...this.#good(entry, 'memory'), revision: entry.workflow.revision };
    if (answer.freshness === 'stale') this.#fetchDetail(id, {});
    return answer;
  }

  changeUser(): void {
    this.coldStart();
    this.disk.offerings = null;
    this.disk.list = null;
    this.disk.envelopes.clear();
  }

  coldStart(): void {
    this.offerings = null;
    this.list = null;
    this.map = new Map();
    this.details.clear();
  }

  setForeground(isForeground: boolean): void {
    const isNew = isForeground !== this.isForeground;
    this.isForeground = isForeground;
    const isDue = this.offerings !== null && this.freshness(this.offerings) === 'stale';
    if (isNew && isForeground && isDue) this.#fetchOfferings();
  }

  #good(entry: Stamp, source: Good['source']): Good {
    return { source, freshness: this.freshness(entry) };
  }

  #listIsDue(): boolean {
    return this.list === null || this.freshness(this.list) === 'stale';
  }

  #fetchOfferings(list?: 'the list is on its way'): ModelAnswer {
    const settle = (force: boolean): void => {
      if (list === undefined) this.getList(force);
    };
    const ending = this.endings.offerings;
    if (ending === 'ok') {
      this.offerings = { storedAt: this.now };
      this.disk.offerings = this.offerings;
      const entry = this.offerings;
      settle(true);
      return this.#good(entry, 'network');
    }
    const stored = ending === 'rejected' ? null : this.disk.offerings;
    if (stored === null) {
      if (this.offerings !== null) this.offerings = { ...this.offerings, isStale: true };
      return { error: ending };
    }
    const copy = this.#restored(stored, this.#rules.restoredOfferingsCountAs);
    if (this.offerings === null || copy.isStale !== true) this.offerings = copy;
    settle(false);
    return this.#good(copy, 'disk');
  }

  #restored<S extends Stamp>(stored: S, countsAs: string): S {
    return countsAs === 'fresh' ? { ...stored, storedAt: this.now } : { ...stored, isStale: true };
  }

  #fetchList(force: boolean, meanwhile: () => unknown = () => undefined): ModelAnswer {
    const ending = this.endings.list;
    meanwhile();
    if (ending === 'ok') return this.#landList(force);
    const isRestored = ending === 'rejected' ? this.#rejectList() : this.#restore();
    if (this.list === null) return { error: ending };
    return this.#good(this.list, isRestored ? 'disk' : 'memory');
  }

  #landList(force: boolean): ModelAnswer {
    const rule = this.#rules.forcedRefresh;
    if (force && rule === 'clear') this.details.clear();
    if (force && rule === 'mark-stale')
      for (const [id, entry] of this.details) this.details.set(id, { ...entry, isStale: true });
    const entry = { storedAt: this.now, items: this.#backend.workflows() };
    this.#putList(entry);
    this.disk.list = entry;
    for (const [id, { keep }] of this.disk.envelopes)
      if (!this.#mayStay(id, keep)) this.disk.envelopes.delete(id);
    for (const { id, offering, prefetch } of entry.items)
      if (prefetch && offering !== null) this.#prefetch(id);
    return this.#good(entry, 'network');
  }

  #putList(entry: List): void {
    this.list = entry;
    this.map = new Map(
      entry.items.flatMap(({ id, offering }) => (offering === null ? [] : [[offering, id]])),
    );
  }

  #mayStay(id: string, keep: Envelope['keep']): boolean {
    const isMarked = keep === 'prefetched' && this.#rules.keptEnvelopes === 'prefetched';
    return (
      this.list === null ||
      this.list.items.some((item) => item.id === id && (item.prefetch || !isMarked))
    );
  }

  #rejectList(): false {
    if (this.list !== null && this.#rules.listRejected === 'mark-stale')
      this.list = { ...this.list, isStale: true };
    if (this.list !== null && this.#rules.listRejected === 'evict') this.#dropList();
    return false;
  }

  #dropList(): void {
    this.list = null;
    this.map = new Map();
  }

  #restore(): boolean {
    const stored = this.disk.list;
    const isKept = this.list !== null && this.#rules.listFails === 'keep';
    if (stored !== null && !isKept)
      this.#putList(this.#restored(stored, this.#rules.restoredListCountsAs));
    else if (stored === null && this.list !== null && this.#rules.nothingToRestore === 'mark-stale')
      this.list = { ...this.list, isStale: true };
    if (stored !== null || this.#rules.noReadableList === 'restore-all') this.#restoreDetails();
    return stored !== null && !isKept;
  }

  #restoreDetails(): void {
    const marked = this.list?.items.filter(({ prefetch }) => prefetch).map(({ id }) => id) ?? [];
    for (const [id, { keep }] of this.disk.envelopes) {
      if (keep === 'on-demand') continue;
      if (this.#rules.restoredEnvelopes === 'prefetched' && !marked.includes(id)) continue;
      const isFilled = this.#rules.restoredDetails === 'fill-gaps' && this.details.has(id);
      if (!isFilled) this.#revive(id, true);
    }
  }

  #revive(id: string, mayDownload: boolean): Detail | null {
    const envelope = this.disk.envelopes.get(id);
    if (envelope === undefined || this.#bodyProblem(envelope.workflow, mayDownload) !== null)
      return null;
    const entry = { workflow: envelope.workflow, storedAt: this.now, isPersisted: true };
    this.details.set(envelope.workflow.id, entry);
    return entry;
  }

  /** Null: the body is there, now at the latest. */
  #bodyProblem({ id, revision, delivery }: PaperWorkflow, mayDownload: boolean): Ending | null {
    const file = `${id}/${String(revision)}`;
    if (delivery === 'inline' || this.#files.has(file)) return null;
    if (!mayDownload) return 'no-answer';
    if (this.endings.cdn !== 'ok') return this.endings.cdn;
    this.#files.add(file);
    return null;
  }

  #prefetch(id: string): void {
    const entry = this.details.get(id);
    if (entry === undefined || this.freshness(entry) === 'stale') {
      this.#fetchDetail(id, { isPrefetch: true });
      return;
    }
    const rule = this.#rules.freshDetailOnPrefetch;
    const isThere = entry.isPersisted && this.disk.envelopes.get(id)?.keep === 'prefetched';
    if (rule === 'persist' || (rule === 'persist-if-missing' && !isThere))
      this.#persist(id, entry, 'prefetched');
  }

  #persist(id: string, entry: Detail, keep: Envelope['keep']): void {
    if (keep === 'prefetched' && !this.#mayStay(id, keep)) return;
    const isPrefetched = this.disk.envelopes.get(id)?.keep === 'prefetched';
    this.disk.envelopes.set(id, {
      workflow: entry.workflow,
      keep: isPrefetched ? 'prefetched' : keep,
    });
    entry.isPersisted = true;
  }

  #fetchDetail(id: string, fetch: Fetch): ModelAnswer {
    const workflow = this.#backend
      .workflows()
      .findLast((one) => one.id === id || one.offering === id);
    const isMissing = this.endings.detail === 'ok' && workflow === undefined;
    const ending = isMissing ? 'rejected' : this.endings.detail;
    if (ending === 'rejected') return this.#rejectDetail(id);
    if (ending !== 'ok' || workflow === undefined)
      return (
        this.#standIn(id, fetch, this.#rules.detailFails, true) ?? { error: ending as ErrorCode }
      );
    const problem = this.#bodyProblem(workflow, true);
    if (problem === null) return this.#landDetail(id, workflow, fetch);
    const rule = problem === 'rejected' ? 'error' : this.#rules.bodyFails;
    return this.#standIn(id, fetch, rule, false) ?? { error: 'cdn-failed' };
  }

  #landDetail(id: string, workflow: PaperWorkflow, fetch: Fetch): ModelAnswer {
    const entry = { workflow, storedAt: this.now, isPersisted: false };
    this.details.set(workflow.id, entry);
    if (fetch.isUnmapped === true && workflow.id !== id) this.map.set(id, workflow.id);
    if (fetch.isPrefetch === true) this.#persist(id, entry, 'prefetched');
    else if (this.#keepsOnDemand) this.#persist(id, entry, 'on-demand');
    return { ...this.#good(entry, 'network'), revision: workflow.revision };
  }

  #rejectDetail(id: string): ModelAnswer {
    const entry = this.details.get(id);
    const rule = this.#rules.detailRejected;
    if (entry !== undefined && rule === 'evict') this.details.delete(id);
    if (entry !== undefined && rule === 'mark-stale')
      this.details.set(id, { ...entry, isStale: true });
    return { error: 'rejected' };
  }

  #standIn(id: string, fetch: Fetch, rule: string, mayDownload: boolean): ModelAnswer | null {
    const isRefresh = fetch.isPrefetch !== true && fetch.isAwaited !== true;
    if (rule === 'error' || (isRefresh && this.#rules.refreshFails === 'keep')) return null;
    const entry = this.#revive(id, mayDownload);
    return entry && { ...this.#good(entry, 'disk'), revision: entry.workflow.revision };
  }
}
