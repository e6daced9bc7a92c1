import { isObject } from '../../shared/paywall/wire/json.ts';

/** A component has both, wherever it stands. */
const idOf = (value: unknown): string | null =>
  isObject(value) &&
  typeof value['type'] === 'string' &&
  typeof value['id'] === 'string' &&
  value['id'] !== ''
    ? value['id']
    : null;

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

/** The ids of the components around a place of a screen's JSON, the innermost first. */
export const idsAround = (screen: unknown, place: string): readonly string[] => {
  const ids: string[] = [];
  let value = screen;
  for (const key of place.split('.')) {
    value = memberOf(value, key);
    const id = idOf(value);
    if (id !== null) ids.unshift(id);
  }
  return ids;
};

/** Where each component stands; null: several have this id, so that it names none of them. */
export const placesOfIds = (screen: unknown): ReadonlyMap<string, string | null> => {
  const places = new Map<string, string | null>();
  const open: { readonly value: unknown; readonly place: string }[] = [
    { value: screen, place: '' },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, place } = next;
    if (typeof value !== 'object' || value === null) continue;
    const id = idOf(value);
    if (id !== null) places.set(id, places.has(id) ? null : place);
    for (const [key, member] of Object.entries(value))
      open.push({ value: member, place: place === '' ? key : `${place}.${key}` });
  }
  return places;
};
