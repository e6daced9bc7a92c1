/** The first and the last byte that are asked for. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

const oneRange = /^bytes=(\d*)-(\d*)$/;

/**
 * What a `Range` header asks for, as media elements do when people seek. Null: the whole of it, also
 * where several ranges are asked for; `unsatisfiable`: nothing of it is there.
 */
export const byteRangeOf = (
  header: string | null,
  sizeBytes: number,
): ByteRange | 'unsatisfiable' | null => {
  const match = header === null ? null : oneRange.exec(header);
  if (match === null) return null;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  return first > last ? 'unsatisfiable' : { first, last };
};
