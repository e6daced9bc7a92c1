/** What the renderer is given: plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** A screen as it came over the wire: nothing inside is known yet. */
export type PaywallJson = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is PaywallJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that is no object, no list and not nothing. */
export const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** The object's own member: a key may be a name that every object has, such as `constructor`. */
export const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** Keys that come from outside stay keys, also `__proto__`. */
export const objectOf = <T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> =>
  Object.fromEntries(entries);

/** Two pieces of plain JSON say the same; both were written by the same code, in the same order. */
export const isSameJson = (one: Json | undefined, other: Json | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
