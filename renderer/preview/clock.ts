import type { Moment } from '../../shared/paywall/preview-page.ts';

const RealDate = Date;

const readerOf = ({ at, isRunning }: Moment): (() => number) => {
  const startedAt = performance.now();
  return isRunning ? () => at + Math.round(performance.now() - startedAt) : () => at;
};

/** A `Date` whose now is another one; everything else about it is as it was. */
const shiftedDate = (now: () => number): DateConstructor =>
  new Proxy(RealDate, {
    construct: (target, given: unknown[], newTarget): Date =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver): unknown =>
      key === 'now' ? now : Reflect.get(target, key, receiver),
  });

/** Countdowns read `Date`: it has to be set before they are mounted. Null is the real time. */
export const setMoment = (moment: Moment | null): void => {
  globalThis.Date = moment === null ? RealDate : shiftedDate(readerOf(moment));
};
