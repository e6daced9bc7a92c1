/** Each is a page of its own: more would be felt. */
export const mostAlive = 12;

/** Those in sight, then those that were until a moment ago, so that scrolling back shows them at once. */
export const aliveFilms = (
  inSight: readonly string[],
  before: readonly string[],
): readonly string[] => {
  const seen = new Set(inSight);
  const next = [...inSight, ...before.filter((id) => !seen.has(id))].slice(0, mostAlive);
  const isSame = next.length === before.length && next.every((id, place) => id === before[place]);
  return isSame ? before : next;
};
