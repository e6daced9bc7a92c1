import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../main/app/report/read-report.ts';

type Files = Record<string, string | Uint8Array>;

const about = {
  kind: 'paywall-preview-report',
  format: 1,
  madeAt: 1,
  now: 1,
  of: 'session',
  project: { name: 'demo', kind: 'demo' },
  rules: 'recommended',
  app: { version: '1', host: 'browser', platform: 'linux' },
  runtime: { node: '24', electron: null, system: 'Linux' },
  counts: { events: 0, offerings: 0, workflows: 0, workflowsInMemory: 0, assets: 0 },
  leftOut: [],
};

const scope = { with: null, isSlow: false, isHeld: false };
const cache = { copy: null, isAsking: false, failure: null };
const state = {
  world: {
    isOnline: true,
    isForeground: true,
    rules: 'recommended',
    isDiskFull: false,
    faults: [],
    waiting: [],
    scopes: { offerings: scope, list: scope, detail: scope, cdn: scope, asset: scope },
  },
  clock: { kind: 'real' },
  identity: { user: 'ana', isAnonymous: false, generation: 1, known: [] },
  caches: { offerings: cache, list: cache, files: 0, quarantined: 0, leaks: 0 },
  settings: {},
  stage: {},
};
const disk = {
  folder: '~',
  offerings: null,
  list: null,
  cacheBytes: 0,
  quarantine: { count: 0, folder: '~' },
  workflows: [],
};

const event = (eventId: number, more: object = {}) => ({
  eventId,
  at: 1,
  type: 'hit',
  subject: 'list',
  user: 'ana',
  generation: 1,
  rules: 'recommended',
  ...more,
});

const lines = (...events: readonly object[]): string =>
  events.map((each) => `${JSON.stringify(each)}\n`).join('');

/** The least that is a report. */
const least: Files = {
  'report.json': JSON.stringify(about),
  'state.json': JSON.stringify(state),
  'rows/offerings.json': '[]',
  'rows/workflows.json': '[]',
  'caches/workflows.json': '[]',
  'disk.json': JSON.stringify(disk),
  'timeline/events-0000000001.jsonl': lines(event(1), event(2, { cause: 1 })),
};

const zipOf = (files: Files): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          typeof content === 'string' ? strToU8(content) : content,
        ]),
      ),
    ),
  );

const whyNot = async (bytes: Buffer): Promise<string | null> => {
  const read = await readReport(bytes);
  return read.ok ? null : read.why;
};

const withFiles = (files: Files): Promise<string | null> => whyNot(zipOf({ ...least, ...files }));

/** The place of the first entry in the directory at the end. */
const directoryOf = (bytes: Buffer): number => bytes.readUInt32LE(bytes.length - 6);

const patched = (patch: (bytes: Buffer, directory: number) => void): Promise<string | null> => {
  const bytes = zipOf(least);
  patch(bytes, directoryOf(bytes));
  return whyNot(bytes);
};

const damaged = 'is damaged, or was cut off, and cannot be unpacked';
const noZip = 'is no zip file, or was cut off';
const leadsOut = 'has a file in it whose name leads elsewhere';
const tooMuch = 'would be larger than any report when it is unpacked';

it('is read where nothing is wrong with it', async () => {
  expect(await whyNot(zipOf(least))).toBe(null);
});

describe('what is no zip', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('format: 1\nname: a scenario\n')],
    ['zeros', Buffer.alloc(100_000)],
    ['the end without the rest', zipOf(least).subarray(-22)],
  ])('is refused in words: %s', async (_, bytes) => {
    expect([noZip, damaged]).toContain(await whyNot(bytes));
  });

  it('is refused wherever it was cut off', async () => {
    const whole = zipOf(least);
    for (let end = 0; end < whole.length; end += 7)
      expect([noZip, damaged]).toContain(await whyNot(whole.subarray(0, end)));
  });

  it('is refused or read, never thrown at, whichever byte is another one', async () => {
    const whole = zipOf(least);
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
      expect(typeof (await readReport(bytes)).ok).toBe('boolean');
    }
  });
});

describe('names that lead elsewhere', () => {
  it.each([
    '../evil.txt',
    'assets/../../evil.txt',
    '/etc/evil.txt',
    'C:/evil.txt',
    'assets\\..\\evil.txt',
    'assets/./a.png',
    './state.json',
    'a//b',
    'a/b/c/d/e/f',
    '.hidden',
    'a\u0000b',
    'a\u202eb',
    'x'.repeat(300),
  ])('are refused: %j', async (name) => {
    expect(await withFiles({ [name]: 'x' })).toBe(leadsOut);
  });

  it('are refused where a file is described by two names', async () => {
    const why = await patched((bytes) => void bytes.write('rEport.json', 30));
    expect(why).toBe(damaged);
  });

  it('are refused where two files differ in capital letters only', async () => {
    expect(await withFiles({ 'State.json': '{}' })).toBe('has two files of one name in it');
  });

  it('are refused where nobody would look at the file', async () => {
    expect(await withFiles({ 'assets/evil.sh': 'x' })).toBe(
      'has a file in it that no report has: assets/evil.sh',
    );
  });
});

describe('a zip that is a trap', () => {
  it('is refused before anything is unpacked where it would be too large', async () => {
    const large = new Uint8Array(25_000_000);
    expect(await withFiles({ 'log.txt': large })).toBe(tooMuch);
    const many = Object.fromEntries(
      Array.from({ length: 13 }, (_, at) => [
        `timeline/events-00000000${String(at + 10)}.jsonl`,
        large.subarray(0, 20_000_000),
      ]),
    );
    expect(await withFiles(many)).toBe(tooMuch);
  }, 30_000);

  it('is refused where a file is larger than it says', async () => {
    const why = await patched((bytes, directory) => {
      bytes.writeUInt32LE(10, directory + 24);
    });
    expect(why).toBe(damaged);
  });

  it('is refused where a file has other bytes than it says', async () => {
    const why = await patched((bytes, directory) => {
      bytes.writeUInt32LE(0, directory + 16);
    });
    expect(why).toBe(damaged);
  });

  it('is refused where two files share their bytes', async () => {
    const packed = deflateRawSync(Buffer.alloc(1_000_000));
    const bytes = zipOf({ 'log.txt': packed, 'disk.json': packed });
    const directory = directoryOf(bytes);
    const second = directory + 46 + 'log.txt'.length;
    bytes.writeUInt32LE(bytes.readUInt32LE(directory + 42), second + 42);
    expect(await whyNot(bytes)).toBe(damaged);
  });

  it('is refused where a file lies in the bytes of another one', async () => {
    const state = { 'disk.json': strToU8('{}') };
    // Not compressed, so that what describes the inner file is there, too.
    const log = { 'log.txt': zipSync(state, { level: 0 }) };
    const bytes = Buffer.from(zipSync({ ...log, ...state }, { level: 0 }));
    const second = directoryOf(bytes) + 46 + 'log.txt'.length;
    bytes.writeUInt32LE(30 + 'log.txt'.length, second + 42);
    expect(await whyNot(bytes)).toBe(damaged);
  });

  it('is refused where it has more files than any report', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 20_001 }, (_, at) => [`assets/${String(at)}`, '']),
    );
    expect(await withFiles(files)).toBe('has more files in it than any report');
  }, 30_000);

  it('is refused where it is encrypted, a link, split, or of an unknown kind', async () => {
    const flag = await patched((bytes, at) => void bytes.writeUInt16LE(1, at + 8));
    expect(flag).toBe('is encrypted, and cannot be read');
    const link = await patched(
      (bytes, at) => void bytes.writeUInt32LE((0o120777 << 16) >>> 0, at + 38),
    );
    expect(link).toBe('has a link in it, which is not followed');
    const method = await patched((bytes, at) => void bytes.writeUInt16LE(14, at + 10));
    expect(method).toBe('is compressed in a way that is not known');
    const split = await patched((bytes) => void bytes.writeUInt16LE(2, bytes.length - 18));
    expect(split).toBe(damaged);
  });
});

describe('a report whose content is something else', () => {
  it('is refused where parts of it are missing, with their name', async () => {
    for (const name of Object.keys(least).filter((each) => !each.startsWith('timeline/'))) {
      const others = Object.fromEntries(Object.entries(least).filter(([each]) => each !== name));
      expect(await whyNot(zipOf(others))).toBe(
        `is no report of Paywall Preview: ${name} is not in it`,
      );
    }
  });

  it('is refused where windows would have to be told more than they can take', async () => {
    const state = `${String(least['state.json'])}${' '.repeat(5_000_000)}`;
    expect(await withFiles({ 'state.json': state })).toBe('has more in state.json than any report');
    const rows = Array.from({ length: 20_001 }, () => 1);
    expect(await withFiles({ 'rows/offerings.json': JSON.stringify(rows) })).toMatch(
      /^has something in rows\/offerings\.json that cannot be used/,
    );
  });

  it('is refused where its events have more to say than any that were remembered', async () => {
    const long = event(1, { note: 'x'.repeat(20_000_000) });
    const files = [1, 2, 3, 4, 5].map((at) => [
      `timeline/events-000000000${String(at)}.jsonl`,
      lines({ ...long, eventId: at }),
    ]);
    expect(await withFiles(Object.fromEntries(files) as Files)).toBe(
      'has more events in it than any report',
    );
  }, 30_000);

  it('is refused where a newer version made it, whatever else is in it', async () => {
    expect(
      await whyNot(zipOf({ 'report.json': JSON.stringify({ ...about, format: 2 }), new: 'x' })),
    ).toBe('was made by a newer version of the app: open it with that one');
  });

  it.each([
    ['no JSON', { 'state.json': '{' }],
    ['another kind of JSON', { 'state.json': '[]' }],
    ['a world without faults', { 'state.json': JSON.stringify({ ...state, world: {} }) }],
    ['a number that is too large', { 'rows/offerings.json': '[{"id":"a","position":1e999}]' }],
    ['a list that is none', { 'rows/workflows.json': '{"__proto__":[]}' }],
    ['a moment that no calendar has', { 'report.json': JSON.stringify({ ...about, now: 1e300 }) }],
    ['no text', { 'disk.json': new Uint8Array([0xff, 0xfe, 0x80]) }],
    ['offerings that are none', { 'caches/offerings.json': '{"offerings":1}' }],
    ['a kind that is none', { 'report.json': '{"kind":"invoice","format":1}' }],
  ] satisfies [string, Files][])('is refused: %s', async (_, files) => {
    expect(await withFiles(files)).toMatch(/^has something (?:else than text )?in /);
  });

  it.each([
    ['a gap', lines(event(1), event(3))],
    ['twice the same', lines(event(1), event(1))],
    ['backward', lines(event(2), event(1))],
    ['an id that is no text', lines(event(1, { id: { toString: 1 } }))],
    ['a cause that comes later', lines(event(1, { cause: 1 }))],
    ['an unknown type', lines(event(1, { type: 'explode' }))],
    ['half a line', lines(event(1)).slice(0, 20)],
    ['a moment that no calendar has', lines(event(1, { at: 1e300 }))],
  ])('is refused where events are not what they were: %s', async (_, text) => {
    expect(await withFiles({ 'timeline/events-0000000001.jsonl': text })).toBe(
      'has something in timeline/events-0000000001.jsonl that is not the next event',
    );
  });

  it('is refused where a workflow names a file that is not there, or is none', async () => {
    const workflow = {
      id: 'wf',
      bodyHash: 'a',
      envelopeBytes: 1,
      sizeBytes: 1,
      body: null,
      envelopeFile: '../../state.json',
      bodyFile: null,
    };
    expect(await withFiles({ 'caches/workflows.json': JSON.stringify([workflow]) })).toBe(damaged);
    const named = [{ ...workflow, envelopeFile: 'a.envelope.json' }];
    expect(
      await withFiles({
        'caches/workflows.json': JSON.stringify(named),
        'caches/workflows/a.envelope.json': '{"action":"inline","data":{"id":"wf"}}',
      }),
    ).toMatch(/^has something in a\.envelope\.json that cannot be used/);
  });

  it('gives nobody another prototype', async () => {
    const text = JSON.stringify(state).replace('{', '{"__proto__":{"isEvil":true},');
    const read = await readReport(zipOf({ ...least, 'state.json': text }));
    expect(read.ok).toBe(true);
    expect(({} as Record<string, unknown>)['isEvil']).toBe(undefined);
    expect(read.ok && 'isEvil' in read.content.state).toBe(false);
  });
});
