import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createSessionKeys } from '../../../main/app/keys/session-keys.ts';
import type { Argument, CallName } from '../../../shared/contract/calls.ts';
import type { FaultKind } from '../../../shared/faults.ts';
import { everything } from '../../../shared/timeline/filter.ts';
import { serveLiveHost, typedFor } from '../../helpers/live-app.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { openTestApp } from '../../helpers/test-app.ts';

/** With signs that are written otherwise in addresses, in JSON and in base64. */
const canary = 'appl_canary+7Qz/~x=9';

const base64Forms = (text: string): readonly string[] =>
  // A text is written in one of three ways, by what stands before it; its ends hang on the others.
  [0, 1, 2].flatMap((shift) => {
    const bytes = Buffer.from('.'.repeat(shift) + text);
    return (['base64', 'base64url'] as const).map((form) => bytes.toString(form).slice(4, -4));
  });

/** Every form in which it could lie somewhere, whole or in pieces. */
const forms: readonly string[] = [
  canary,
  canary.toLowerCase(),
  canary.slice(0, 12),
  canary.slice(-12),
  canary.slice(4, 16),
  encodeURIComponent(canary),
  encodeURIComponent(canary).toLowerCase(),
  Buffer.from(canary).toString('hex'),
  Array.from(canary).toReversed().join(''),
  ...base64Forms(canary),
  ...base64Forms(`Bearer ${canary}`),
];

const found = (text: string): readonly string[] =>
  forms.filter((form) => text.includes(form) || text.toLowerCase().includes(form));

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** A file's name and bytes, and those of what is packed in it. */
const textsOf = (file: string): readonly string[] => {
  const bytes = readFileSync(file);
  const packed = file.endsWith('.zip') ? Object.entries(unzipSync(bytes)) : [];
  return [
    `${file}\n${bytes.toString('latin1')}`,
    ...packed.map(([name, content]) => `${name}\n${Buffer.from(content).toString('latin1')}`),
  ];
};

const echo = JSON.stringify({
  code: 7225,
  message: `${canary} / Bearer ${canary} / ${encodeURIComponent(canary)} / ${Buffer.from(canary).toString('base64')}`,
});

/** A whole session, with everything that is said on the way. */
const session = async () => {
  let isEchoing = false;
  const host = await serveLiveHost((_, response) => {
    if (isEchoing) response.writeHead(403, { 'X-Echo': canary, 'Retry-After': canary }).end(echo);
    return isEchoing;
  });
  const dataFolder = temporaryFolder();
  const { app, until } = await openTestApp(dataFolder, null, createSessionKeys('For the session.'));
  const said: string[] = [];
  const listener = app.listen((message) => {
    said.push(JSON.stringify(message));
    queueMicrotask(() => listener.acknowledge(message.sequence));
  });
  const call = async <Name extends CallName>(name: Name, argument: Argument<Name>) => {
    const outcome = await app.call(name, argument);
    said.push(JSON.stringify(outcome));
    return outcome;
  };
  const failing = (kind: FaultKind) => call('fail', { target: { what: 'all' }, kind });

  const typed = { ...typedFor(host), apiKey: canary };
  expect(await call('connectLive', typed)).toMatchObject({ ok: true });
  const { documents } = await until(
    ({ documents: { project, caches } }) => project.kind === 'live' && caches.list.copy !== null,
  );
  const { id } = documents.project;
  await call('getWorkflow', { id: 'wf_b' });
  for (const kind of ['refused', 'dns', 'reset', 'truncated', 'html', 503, 'redirect'] as const) {
    await failing(kind);
    await call('getOfferings', null);
    await call('getWorkflow', { id: 'wf_none' });
    await call('heal', { target: null });
  }
  isEchoing = true;
  await call('getList', { force: true });
  await call('coldStart', null);
  await call('getOfferings', null);
  const { documents: told } = await until(
    ({ documents: { project } }) => project.trouble?.kind === 'key-refused',
  );
  expect(told.project.trouble?.said).toContain('[hidden]');
  await call('readLive', { project: id });
  // Wrong in every way, so that what is said of it can repeat it.
  await call('connectLive', { ...typed, project: canary });
  await call('connectLive', { ...typed, host: `https://${canary}@h.test` });
  await app.call('connectLive', { ...typed, apiKey: { key: canary } }).then((outcome) => {
    said.push(JSON.stringify(outcome));
  });
  await app.call('connectLive', { ...typed, apiKey: canary.repeat(200) }).then((outcome) => {
    said.push(JSON.stringify(outcome));
  });
  await call('report', { message: `The window lost ${canary}, sent as Bearer ${canary}.` });
  await call('exportTimeline', { filter: everything, after: null, upTo: null });
  await call('saveReport', { withAssets: true });
  await call('readDisk', { workflow: 'wf_b' });
  await call('logOut', null);
  await app.close();
  return { said, dataFolder, host };
};

describe('a key', () => {
  it('is nowhere to be found after a whole session', { timeout: 60_000 }, async () => {
    const { said, dataFolder, host } = await session();
    // It was really used.
    expect(host.seen.api.some(({ headers }) => headers.authorization === `Bearer ${canary}`)).toBe(
      true,
    );
    const files = filesBelow(dataFolder);
    const names = files.map((file) => path.relative(dataFolder, file));
    expect(names.some((name) => name.startsWith('logs'))).toBe(true);
    expect(names.some((name) => name.startsWith('exports'))).toBe(true);
    expect(names.some((name) => name.endsWith('.zip'))).toBe(true);
    expect(said.length).toBeGreaterThan(20);
    const leaks = [...said, ...files.flatMap(textsOf)]
      .map((text) => ({ where: text.slice(0, 80), found: found(text) }))
      .filter(({ found: any }) => any.length > 0);
    expect(leaks).toEqual([]);
  });

  it('would be found in any of these forms', () => {
    for (const form of forms) expect(found(`before ${form} after`)).not.toEqual([]);
    const header = Buffer.from(`{"authorization":"Bearer ${canary}"}`).toString('base64');
    expect(found(header)).not.toEqual([]);
  });
});
