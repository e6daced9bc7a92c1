import {
  type RequestScope,
  type RequestSubject,
  type Target,
  covers,
  matches,
  requestScopes,
} from '../../shared/faults.ts';

/** A rule for some requests; null says that the older ones below it do not apply to these. */
export interface Layer<T> {
  /** Another for each, whatever it is a rule of. */
  readonly id: number;
  readonly target: Target;
  readonly value: T | null;
  timesLeft: number;
}

/** Whether it matches any request of the scope at all. */
const touches = (target: Target, scope: RequestScope): boolean =>
  matches(target, { scope, ids: target.id === undefined ? [] : [target.id] });

/** Rules on top of each other: for each request the newest that matches decides. */
export class Layers<T> {
  readonly #nextId: () => number;
  readonly #applies: (value: T, scope: RequestScope) => boolean;
  #layers: Layer<T>[] = [];

  /** A rule decides nothing about scopes to which its value does not apply. */
  constructor(
    nextId: () => number,
    applies: (value: T, scope: RequestScope) => boolean = () => true,
  ) {
    this.#nextId = nextId;
    this.#applies = applies;
  }

  put(target: Target, value: T | null, times = Infinity): void {
    const isLasting = times === Infinity;
    this.#layers = this.#layers.filter(
      // What is hidden can never decide again, unless the new rule is used up one day.
      (old) => old.timesLeft > 0 && !(isLasting && this.#isHidden(old, target, value)),
    );
    if (value === null && this.#layers.length === 0) return;
    this.#layers.push({ id: this.#nextId(), target, value, timesLeft: times });
  }

  /** Takes one rule away; the older ones below it decide again. */
  remove(id: number): void {
    this.#layers = this.#layers.filter((layer) => layer.id !== id);
  }

  clear(): void {
    this.#layers = [];
  }

  find(subject: RequestSubject, fits: (value: T) => boolean = () => true): Layer<T> | null {
    return (
      this.#layers.findLast(
        ({ target, value, timesLeft }) =>
          timesLeft > 0 &&
          matches(target, subject) &&
          this.#concerns(value, subject.scope) &&
          (value === null || fits(value)),
      ) ?? null
    );
  }

  /** The newest that touches the scope, whichever requests in it. */
  top(scope: RequestScope): Layer<T> | null {
    return (
      this.#layers.findLast(
        ({ target, value, timesLeft }) =>
          timesLeft > 0 && touches(target, scope) && this.#concerns(value, scope),
      ) ?? null
    );
  }

  /** What every request of the scope meets until it is healed, but those that rules are aimed at. */
  lasting(scope: RequestScope): T | null {
    const layer = this.#layers.findLast(
      ({ target, value, timesLeft }) =>
        timesLeft === Infinity &&
        target.id === undefined &&
        touches(target, scope) &&
        this.#concerns(value, scope),
    );
    return layer?.value ?? null;
  }

  active(): readonly Layer<T>[] {
    return this.#layers.filter(({ value, timesLeft }) => value !== null && timesLeft > 0);
  }

  #concerns(value: T | null, scope: RequestScope): boolean {
    return value === null || this.#applies(value, scope);
  }

  #isHidden(old: Layer<T>, target: Target, value: T | null): boolean {
    return (
      covers(target, old.target) &&
      requestScopes.every((scope) => !touches(old.target, scope) || this.#concerns(value, scope))
    );
  }
}
