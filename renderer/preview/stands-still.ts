import { type Json, isObject, own } from '../../shared/paywall/wire/json.ts';

/** Many times what a screen of a designer is made of. */
const mostValues = 8_000;
const mostLetters = 30_000;

/** They run from the moment on at which they are mounted. */
const running: readonly unknown[] = ['video', 'countdown'];

const runs = (json: Json): boolean =>
  running.includes(own(json, 'type')) || isObject(own(json, 'auto_advance'));

/**
 * Whether a screen is the same however long ago it was mounted, and so small that nobody notices that
 * it is: only such a one is mounted before it is wanted.
 */
export const standsStill = (paywall: Json): boolean => {
  const waiting: Json[] = [paywall];
  let letters = 0;
  for (let values = 0; waiting.length > 0; values += 1) {
    const json = waiting.pop() ?? null;
    if (typeof json === 'string') letters += json.length;
    if (values > mostValues || letters > mostLetters || runs(json)) return false;
    if (typeof json !== 'object' || json === null) continue;
    for (const member of Object.values<Json>(json)) waiting.push(member);
  }
  return true;
};
