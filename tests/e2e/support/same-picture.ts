import { inflateSync } from 'node:zlib';

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly rows: readonly Uint8Array[];
}

const chunksOf = (png: Buffer): ReadonlyMap<string, Buffer> => {
  const found = new Map<string, Buffer[]>();
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    found.set(name, [...(found.get(name) ?? []), png.subarray(at + 8, at + 8 + size)]);
    at += size + 12;
  }
  return new Map([...found].map(([name, parts]) => [name, Buffer.concat(parts)]));
};

const nearest = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
};

/** What a row of each kind is written as the difference to. */
const guesses: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  nearest,
];

/** Of a PNG as browsers write it: eight bits a channel, nothing interlaced. */
const pixelsOf = (png: Buffer): Pixels => {
  const chunks = chunksOf(png);
  const [head, body] = [chunks.get('IHDR') ?? Buffer.alloc(13), chunks.get('IDAT')];
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const channels = head[9] === 6 ? 4 : 3;
  const bytes = inflateSync(body ?? Buffer.of());
  const length = width * channels;
  const rows: Uint8Array[] = [];
  let above = new Uint8Array(length);
  for (let y = 0; y < height; y += 1) {
    const start = y * (length + 1);
    const guess = guesses[bytes[start] ?? 0] ?? nearest;
    const row = new Uint8Array(length);
    for (let x = 0; x < length; x += 1) {
      const [left, corner] = [row[x - channels] ?? 0, above[x - channels] ?? 0];
      row[x] = (bytes[start + 1 + x] ?? 0) + guess(left, above[x] ?? 0, corner);
    }
    rows.push(row);
    above = row;
  }
  return { width, height, channels, rows };
};

/** Nobody sees it: by so much a browser rounds otherwise where it draws in other tiles. */
const mostOff = 2;

/** Whether two screenshots show the same, pixel for pixel. */
export const isSamePicture = (one: Buffer, other: Buffer): boolean => {
  if (one.equals(other)) return true;
  if (one.length === 0 || other.length === 0) return false;
  const [a, b] = [pixelsOf(one), pixelsOf(other)];
  if (a.width !== b.width || a.height !== b.height || a.channels !== b.channels) return false;
  return a.rows.every((row, y) =>
    row.every((value, x) => Math.abs(value - (b.rows[y]?.[x] ?? 0)) <= mostOff),
  );
};
