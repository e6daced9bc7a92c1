import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createVirtualClock } from '../../../main/clock/virtual-clock.ts';
import {
  type FolderNews,
  type LiveFolder,
  openLiveFolder,
} from '../../../main/project/live-folder.ts';
import { type Files, body, folderWith, goodFiles, origins, screen } from './project-files.ts';

interface Followed {
  readonly folder: string;
  readonly live: LiveFolder;
  readonly news: FolderNews[];
  /** Writes a file, and lets so much time pass that it is read. */
  readonly write: (file: string, content: unknown) => Promise<void>;
  /** Tells of what was done to a file. */
  readonly touched: (file: string) => Promise<void>;
  /** As `touched`, but no time passes. */
  readonly tell: (file: string) => void;
  readonly pass: (ms: number) => Promise<void>;
}

const follow = async (files: Files = goodFiles, isForced = false): Promise<Followed> => {
  const folder = folderWith(files);
  const clock = createVirtualClock(0);
  let onWrite: (file: string) => void = () => undefined;
  const opened = await openLiveFolder({
    folder,
    clock,
    isForced,
    watch: (_, hear) => {
      onWrite = hear;
      return { close: () => Promise.resolve() };
    },
    nextTurn: () => nextTurn(),
  });
  if (!opened.ok) throw new Error(opened.problem.message);
  const { live } = opened;
  onTestFinished(() => live.close());
  const news: FolderNews[] = [];
  live.listen((one) => news.push(one));
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
  };
  const pass = (ms: number): Promise<void> => clock.advance(ms, settle);
  const touched = async (file: string): Promise<void> => {
    onWrite(file);
    await pass(1_000);
  };
  return {
    folder,
    live,
    news,
    pass,
    touched,
    tell: (file) => onWrite(file),
    write: async (file, content) => {
      const isWritten = typeof content === 'string' || content instanceof Uint8Array;
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), isWritten ? content : JSON.stringify(content));
      await touched(file);
    },
  };
};

/** All that a phone could be answered. */
const servedBy = ({ live: { project } }: Followed) => ({
  offerings: project.offerings(origins),
  list: project.list(origins),
  workflow: project.detail('wf_a', origins),
});

const namesOf = (news: readonly FolderNews[]) => news.map(({ files }) => files);

const item = { id: 'wf_a', display_name: 'A' };

/** Thirty ways in which what was saved cannot be served, and what is said of each. */
const broken: readonly (readonly [string, unknown, string])[] = [
  ['workflows.json', '', 'workflows.json is empty.'],
  ['workflows.json', '[]', 'workflows.json is not a JSON object: it must begin with {.'],
  ['workflows.json', '{"a": 1,}', 'line 1 has a comma before a closing bracket'],
  ['workflows.json', '{a: 1}', 'line 1 has a key that is not in double quotes'],
  ['workflows.json', "{'a': 1}", 'line 1 has other quotes than the straight double ones'],
  ['workflows.json', '{\n“a”: 1}', 'line 2 has other quotes than the straight double ones'],
  ['workflows.json', '{ // a\n}', 'line 1 has a comment, which JSON does not know'],
  ['workflows.json', '{"a": 1 "b": 2}', 'line 1 lacks a comma'],
  ['workflows.json', '{"a" 1}', 'line 1 has a key without a colon after it'],
  ['workflows.json', '{"a": 1]', 'line 1 has a bracket that does not fit there'],
  ['workflows.json', '{}{}', 'line 1 goes on after the end'],
  ['workflows.json', '{"a": [', 'line 1 is where it ends, although something is still open'],
  ['workflows.json', '{"a": "\n"}', 'line 1 has a text without its closing quotes'],
  ['workflows.json', '{"a": "\\q"}', 'line 1 has a backslash that means nothing'],
  ['workflows.json', '{"a": undefined}', 'line 1 has a value that is neither in double quotes'],
  ['workflows.json', '{"a": 1, "a": 2}', 'the key stands twice in the same object'],
  ['workflows.json', Buffer.from('{"a": "é"}', 'latin1'), 'is not UTF-8 text in line 1'],
  ['workflows.json', Buffer.from('{}', 'utf16le'), 'is not UTF-8 text but UTF-16'],
  ['workflows.json', {}, 'workflows: is missing: it must be a list'],
  ['workflows.json', { workflows: {} }, 'workflows: must be a list [ ], not an object { }'],
  ['workflows.json', { workflows: [null] }, 'workflows.0: must be an object { }, not null'],
  ['workflows.json', { workflows: [{ id: 1, display_name: 'A' }] }, 'workflows.0.id: must be text'],
  ['workflows.json', { workflows: [{ ...item, delivery: 'post' }] }, 'workflows.0.delivery'],
  ['workflows.json', { workflows: [{ ...item, id: 'wf_b' }] }, 'there is no workflows/wf_b.json'],
  ['workflows.json', { workflows: [{ ...item, id: 'WF_A' }] }, 'the names must be the same'],
  ['offerings.json', { offerings: 7 }, 'offerings: must be a list [ ], not a number'],
  ['offerings.json', { offerings: [{ identifier: 'a' }] }, 'offerings.0.description'],
  ['workflows/wf_a.json', '{"id": "wf_a"', 'workflows/wf_a.json is not JSON'],
  ['workflows/wf_a.json', { ...body, steps: 1 }, 'steps: must be an object'],
  ['workflows/wf_a.json', `{"a":${'['.repeat(600)}${']'.repeat(600)}}`, 'nested deeper than 500'],
];

describe('a folder that is followed', () => {
  it.each(broken)('%s with %j is told, and nothing that is served is lost', async (...given) => {
    const [file, content, message] = given;
    const followed = await follow();
    const before = servedBy(followed);
    await followed.write(file, content);
    expect(followed.live.problem()).toMatchObject({
      file,
      message: expect.stringContaining(message),
    });
    expect(servedBy(followed)).toEqual(before);
    expect(namesOf(followed.news)).toEqual([[]]);
    await followed.write(file, goodFiles[file as keyof typeof goodFiles]);
    expect(followed.live.problem()).toBe(null);
    expect(servedBy(followed)).toEqual(before);
  });

  it('has lost a file, or itself, and goes on with what was there', async () => {
    const followed = await follow();
    const before = servedBy(followed);
    rmSync(path.join(followed.folder, 'workflows/wf_a.json'));
    await followed.touched('workflows/wf_a.json');
    const missing = followed.live.problem();
    renameSync(followed.folder, `${followed.folder}-away`);
    await followed.touched('');
    const away = followed.live.problem();
    mkdirSync(followed.folder);
    await followed.touched('');
    const empty = followed.live.problem();
    rmSync(`${followed.folder}-away`, { recursive: true });
    expect([missing?.message, away?.message, empty?.message]).toEqual([
      expect.stringContaining('there is no workflows/wf_a.json: add it, or remove the entry'),
      `There is no folder ${followed.folder}.`,
      expect.stringContaining('is not a project folder: there is no offerings.json and no'),
    ]);
    expect(servedBy(followed)).toEqual(before);
  });

  it('tells which files are other ones, and which workflows by any of their ids', async () => {
    const followed = await follow();
    await followed.write('workflows/wf_a.json', { ...body, display_name: 'B' });
    await followed.write('offerings.json', { ...goodFiles['offerings.json'], placements: {} });
    expect(followed.news).toEqual([
      { files: ['workflows/wf_a.json'], ids: new Set(['wf_a', 'none']) },
      {
        files: ['offerings.json'],
        ids: new Set(['default', 'wf_default', 'old', 'wf_old']),
      },
    ]);
  });

  it('tells who listens again what happened meanwhile, once, and nothing where nothing did', async () => {
    const followed = await follow();
    const again: FolderNews[] = [];
    followed.live.listen(null);
    await followed.write('workflows/wf_a.json', { ...body, display_name: 'B' });
    await followed.write('offerings.json', { ...goodFiles['offerings.json'], placements: {} });
    followed.live.listen((news) => again.push(news));
    followed.live.listen((news) => again.push(news));
    expect(followed.news).toEqual([]);
    expect(again).toEqual([
      {
        files: ['workflows/wf_a.json', 'offerings.json'],
        ids: new Set(['wf_a', 'none', 'default', 'wf_default', 'old', 'wf_old']),
      },
    ]);
  });

  it('is not disturbed by what is none of its files', async () => {
    const followed = await follow();
    await followed.write('workflows/draft.json', '{');
    expect(followed.news).toEqual([]);
    expect(followed.live.problem()).toBe(null);
  });

  it('waits until an editor is done: what is half written a moment ago is no problem', async () => {
    const followed = await follow();
    const file = path.join(followed.folder, 'workflows.json');
    writeFileSync(file, '');
    followed.tell('workflows.json');
    await followed.pass(200);
    writeFileSync(file, JSON.stringify(goodFiles['workflows.json']));
    await followed.pass(1_000);
    expect(followed.live.problem()).toBe(null);
  });

  it('is well again when it is mended, also where nobody is told of that', async () => {
    const followed = await follow();
    await followed.write('workflows.json', '{');
    expect(followed.live.problem()).not.toBe(null);
    const text = JSON.stringify({ ...goodFiles['workflows.json'], more: 1 });
    writeFileSync(path.join(followed.folder, 'workflows.json'), text);
    await followed.pass(5_000);
    expect(followed.live.problem()).toBe(null);
    expect(followed.news.at(-1)?.files).toEqual(['workflows.json']);
  });

  it('gives pictures an address that says when they were written', async () => {
    const followed = await follow();
    const addressOf = (text: string | null): string | undefined =>
      /http:\/\/cdn\/assets\/a%20b\.png\?v=[^"]+/.exec(text ?? '')?.[0];
    const before = addressOf(servedBy(followed).workflow);
    await followed.write('assets/a b.png', 'another');
    const after = addressOf(servedBy(followed).workflow);
    expect(before).toBeDefined();
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
    expect(followed.news).toMatchObject([{ files: ['assets/a b.png'] }]);
    expect(followed.news[0]?.ids.has('wf_a')).toBe(true);
  });

  it('is read through links', async () => {
    const elsewhere = folderWith(goodFiles);
    const linked = path.join(elsewhere, 'workflows/wf_a.json');
    const followed = await follow();
    const link = path.join(followed.folder, 'workflows/wf_a.json');
    rmSync(link);
    symlinkSync(linked, link);
    writeFileSync(linked, JSON.stringify({ ...body, display_name: 'Elsewhere' }));
    await followed.touched('workflows/wf_a.json');
    expect(followed.live.problem()).toBe(null);
    expect(servedBy(followed).workflow).toContain('"Elsewhere"');
  });

  it('is opened broken only where it was one before, and answers nothing then until it can be read', async () => {
    const files = { ...goodFiles, 'workflows.json': '{' };
    await expect(follow(files)).rejects.toThrow('workflows.json is not JSON');
    const followed = await follow(files, true);
    expect(followed.live.problem()?.file).toBe('workflows.json');
    expect(() => servedBy(followed)).toThrow('workflows.json is not JSON');
    await followed.write('workflows.json', goodFiles['workflows.json']);
    expect(servedBy(followed).list).toContain('wf_a');
  });
});

describe('a folder with 500 workflows', () => {
  const ids = Array.from({ length: 500 }, (_, index) => `wf_${String(index)}`);
  const many: Files = {
    ...goodFiles,
    'workflows.json': { workflows: ids.map((id) => ({ id, display_name: id })) },
    ...Object.fromEntries(
      ids.map((id) => [`workflows/${id}.json`, { ...body, id, screens: { sc: screen } }]),
    ),
  };

  it('is read file by file, and after a change only that file is read and made anew', async () => {
    const followed = await follow(many);
    const before = followed.live.project.detail('wf_7', origins);
    await followed.write('workflows/wf_499.json', { ...body, id: 'wf_499', display_name: 'New' });
    expect(namesOf(followed.news)).toEqual([['workflows/wf_499.json']]);
    expect(followed.live.project.detail('wf_499', origins)).toContain('"New"');
    expect(followed.live.project.detail('wf_7', origins)).toBe(before);
  });
});
