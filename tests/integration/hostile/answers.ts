import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Endpoint = 'offerings' | 'list' | 'detail' | 'cdn' | 'asset';

/** What a hostile backend sends with 200, in place of what was there. */
export interface HostileAnswer {
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** Sent again and again, until the client has had enough. */
  readonly isEndless?: true;
  /** More is announced than is sent. */
  readonly isCut?: true;
}

export type MakeAnswer = (good: string) => HostileAnswer;

const text = (make: (good: string) => string): MakeAnswer => {
  return (good) => ({ bytes: Buffer.from(make(good)) });
};

const levels = 10_000;
const deep = '['.repeat(levels) + ']'.repeat(levels);
const deepMaps = '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

/** In each answer these hold what matters. */
const keys = ['offerings', 'workflows', 'action', 'data', 'url', 'steps', 'screens'] as const;

const replaced =
  (value: string) =>
  (good: string): string => {
    const parsed = JSON.parse(good) as Record<string, unknown>;
    const members = Object.entries(parsed).map(([key, member]) =>
      (keys as readonly string[]).includes(key)
        ? `${JSON.stringify(key)}:${value}`
        : `${JSON.stringify(key)}:${JSON.stringify(member)}`,
    );
    return `{${members.join(',')}}`;
  };

/** The same key once more behind it: the last one counts. */
const twice =
  (value: string) =>
  (good: string): string => {
    const parsed = JSON.parse(good) as Record<string, unknown>;
    const again = keys.filter((key) => key in parsed).map((key) => `"${key}":${value}`);
    return `${good.slice(0, -1)},${again.join(',')}}`;
  };

const bombBytes = 150_000_000;
const bomb = (): Buffer => Buffer.alloc(bombBytes, ' ');
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
const gzipBomb = once(() => gzipSync(bomb()));
const brotliBomb = once(() =>
  brotliCompressSync(bomb(), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
);

const encoded = (encoding: string, make: () => Uint8Array): MakeAnswer => {
  return () => ({ headers: { 'content-encoding': encoding }, bytes: make() });
};

const sized: Readonly<Record<string, MakeAnswer>> = {
  'cut off': (good) => ({ bytes: Buffer.from(good), isCut: true }),
  'without end': () => ({ bytes: Buffer.alloc(65_536, ' '), isEndless: true }),
  'announced as enormous': (good) => ({
    headers: { 'content-length': '99999999999' },
    bytes: Buffer.from(good),
  }),
  'a gzip bomb': encoded('gzip', () => gzipBomb()),
  'a brotli bomb': encoded('br', () => brotliBomb()),
  'a gzip bomb in gzip': encoded('gzip, gzip', () => gzipSync(gzipBomb())),
  'no gzip, as it says': encoded('gzip', () => Buffer.from('plain')),
  'cut gzip': (good) => ({
    headers: { 'content-encoding': 'gzip' },
    bytes: gzipSync(Buffer.from(good)).subarray(0, 30),
  }),
};

const jsonAnswers: Readonly<Record<string, MakeAnswer>> = {
  empty: text(() => ''),
  'cut JSON': text((good) => good.slice(0, -10)),
  'no JSON': text(() => '<!doctype html><p>Not found</p>'),
  'an array': text((good) => `[${good}]`),
  null: text(() => 'null'),
  'a number': text(() => '1e999'),
  'a text': text(() => '"text"'),
  'bad UTF-8': () => ({ bytes: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) }),
  'NUL bytes': text(() => '\0'.repeat(1_000)),
  'two documents': text((good) => `${good}${good}`),
  'all in __proto__': text((good) => `{"__proto__":${good}}`),
  'deep as a whole': text(() => deep),
  'deep maps': text(() => deepMaps),
  'deep where it matters': text(replaced(deep)),
  'a number where it matters': text(replaced('7')),
  'null where it matters': text(replaced('null')),
  'false where it matters': text(replaced('false')),
  'lists of null where it matters': text(replaced('[null]')),
  'twice what matters, a number last': text(twice('7')),
  'twice what matters, something deep last': text(twice(deep)),
};

/** Everything that is sent in place of an answer of that endpoint. */
export const answersFor = (endpoint: Endpoint): Readonly<Record<string, MakeAnswer>> =>
  endpoint === 'asset' ? sized : { ...sized, ...jsonAnswers };
