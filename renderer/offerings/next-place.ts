/** Where a key leads from a place in a list; null: it is not a key for moving. */
export const nextPlace = (
  key: string,
  place: number,
  count: number,
  pageSize: number,
): number | null => {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: place + 1,
    ArrowUp: place - 1,
    PageDown: place + pageSize,
    PageUp: place - pageSize,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(count - 1, Math.max(0, target));
};
