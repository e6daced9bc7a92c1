import { lstatSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { logName } from '../../../main/app/log.ts';
import { firstSetUp, setUpSchema } from '../../../main/app/session/set-up.ts';
import { openWindowState } from '../../../main/hosts/electron/window-state.ts';
import { type SettingsFile, openSettingsFile } from '../../../main/store/settings-file.ts';
import type { Answer } from '../../../shared/answers.ts';
import { defaultSettings, storedSettingsSchema } from '../../../shared/contract/documents.ts';
import { defaultStage, storedStageSchema } from '../../../shared/stage/set-up.ts';
import { createPaperBackend } from '../../helpers/paper-backend.ts';
import type { Endings } from '../../helpers/model.ts';
import { type PaperEngine, openPaperEngine } from '../../helpers/paper-engine.ts';
import { fastBase, temporaryFolder } from '../../helpers/temp-folder.ts';
import { openTestApp } from '../../helpers/test-app.ts';
import { documentDamages, fileDamages } from './damages.ts';

type Brief = 'network' | 'memory' | 'disk' | 'error';

const brief = (answer: Answer<unknown>): Brief =>
  answer.status === 'ok' ? answer.source : 'error';

const online: Endings = { offerings: 'ok', list: 'ok', detail: 'ok', cdn: 'ok' };
const offline: Endings = {
  offerings: 'no-answer',
  list: 'no-answer',
  detail: 'no-answer',
  cdn: 'no-answer',
};

const backend = createPaperBackend([
  { id: 'w1', offering: 'o1', prefetch: true, delivery: 'inline', revision: 1 },
  { id: 'w2', offering: 'o2', prefetch: true, delivery: 'cdn', revision: 1 },
]);

/** The app as it starts in that folder. */
const open = (folder: string, endings: Endings): PaperEngine =>
  openPaperEngine({ rules: 'recommended', backend, endings, persistOnDemand: false, folder });

/** What every call is answered with: offerings, list, the inline workflow, the one from the CDN. */
const askAll = async ({ engine, advance }: PaperEngine): Promise<readonly Brief[]> => {
  const answers: Brief[] = [];
  for (const ask of [
    () => engine.getOfferings(),
    () => engine.getWorkflowsList(),
    () => engine.getWorkflow('w1'),
    () => engine.getWorkflow('w2'),
  ]) {
    void ask().then((answer) => answers.push(brief(answer)));
    await advance(0);
  }
  return answers;
};

const filled = async (): Promise<string> => {
  const folder = temporaryFolder(fastBase);
  const world = open(folder, online);
  await askAll(world);
  world.engine.close();
  return folder;
};

/** Every file but those in quarantine, by its path and its bytes. */
const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.includes('quarantine') && !name.includes('elsewhere'))
      .filter((name) => lstatSync(path.join(folder, name)).isFile())
      .map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]),
  );

const without = (files: ReadonlyMap<string, string>, name: string): Record<string, string> =>
  Object.fromEntries([...files].filter(([other]) => other !== name));

const kinds = ['offerings', 'list', 'envelope'] as const;

const place = ({ disk }: PaperEngine, kind: (typeof kinds)[number]): string =>
  disk.pathOf(kind === 'envelope' ? { kind, id: 'w1' } : { kind });

/** What is still answered with no network: the rest. */
const answersWithout: Readonly<Record<(typeof kinds)[number], readonly Brief[]>> = {
  offerings: ['error', 'disk', 'memory', 'memory'],
  list: ['disk', 'error', 'disk', 'disk'],
  envelope: ['disk', 'memory', 'error', 'memory'],
};

describe.each(kinds)('a damaged document (%s)', (kind) => {
  it.each(documentDamages)(
    'P-04 that is %s is put aside, which the timeline says, and everything else is there',
    async (_what, damage) => {
      const folder = await filled();
      const world = open(folder, offline);
      const file = place(world, kind);
      const before = without(filesIn(folder), path.relative(folder, file));
      damage(file);
      const answers = await askAll(world);
      const said = world.events().filter(({ type }) => type === 'quarantined');
      expect({ answers, subjects: said.map(({ subject }) => subject) }).toEqual({
        answers: answersWithout[kind],
        subjects: [kind === 'envelope' ? 'detail' : kind],
      });
      expect(world.disk.quarantinedCount()).toBe(1);
      expect(Object.fromEntries(filesIn(folder))).toEqual(before);
      expect(await askAll(open(folder, online))).not.toContain('error');
    },
  );
});

describe('a damaged body', () => {
  it.each(fileDamages)(
    'that is %s is removed, which the timeline says, and fetched anew',
    async (_what, damage) => {
      const folder = await filled();
      const cdn = path.join(folder, 'cdn');
      const [name = ''] = readdirSync(cdn);
      const before = filesIn(folder);
      damage(path.join(cdn, name));
      const world = open(folder, offline);
      expect(await askAll(world)).toEqual(['disk', 'memory', 'memory', 'error']);
      expect(world.events().filter(({ type }) => type === 'evicted')).toMatchObject([
        { subject: 'cdn', id: 'w2', source: 'disk' },
      ]);
      const damaged = path.relative(folder, path.join(cdn, name));
      expect(Object.fromEntries(filesIn(folder))).toEqual(without(before, damaged));
      rmSync(path.join(cdn, `${name}.elsewhere`), { force: true });
      expect(await askAll(open(folder, online))).not.toContain('error');
      expect(filesIn(folder).get(damaged)).toBe(before.get(damaged));
    },
  );
});

const settingsFiles: readonly (readonly [string, (folder: string) => SettingsFile<unknown>])[] = [
  [
    'settings.json',
    (folder) => openSettingsFile(folder, 'settings.json', storedSettingsSchema, defaultSettings),
  ],
  ['set-up.json', (folder) => openSettingsFile(folder, 'set-up.json', setUpSchema, firstSetUp)],
  [
    'stage.json',
    (folder) => openSettingsFile(folder, 'stage.json', storedStageSchema, defaultStage),
  ],
  ['window.json', (folder) => openWindowState(folder)],
];

describe.each(settingsFiles)('a damaged %s', (name, openFile) => {
  it.each(fileDamages)('that is %s is put aside, and counts as none', (_what, damage) => {
    const folder = temporaryFolder(fastBase);
    const defaults = openFile(folder).read();
    openFile(folder).write(defaults);
    const file = path.join(folder, name);
    const good = readFileSync(file, 'utf8');
    damage(file);
    expect(openFile(folder).read()).toEqual(defaults);
    expect(readdirSync(path.join(folder, 'quarantine'))).toHaveLength(1);
    expect(openFile(folder).write(defaults)).toBe(null);
    expect([openFile(folder).read(), readFileSync(file, 'utf8')]).toEqual([defaults, good]);
  });
});

describe('an app all of whose files are damaged', () => {
  // Not by links: where those lead would be a stranger in the data folder.
  const some = fileDamages.filter(([what], index) => index % 5 === 0 && !what.includes('link'));

  it.each(some)('because they are %s starts, and has everything again', async (_what, damage) => {
    const dataFolder = temporaryFolder(fastBase);
    const first = await openTestApp(dataFolder);
    await first.call('changeSettings', { persistOnDemand: true });
    await first.call('switchUser', { user: 'ben' });
    await first.call('getOfferings', null);
    await first.app.close();
    const files = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(dataFolder, name),
    );
    for (const file of files) if (/\.(json|png|webp)$/.test(file)) damage(file);
    const { call } = await openTestApp(dataFolder);
    expect(await call('getOfferings', null)).toMatchObject({ ok: true, value: { status: 'ok' } });
    const log = readFileSync(path.join(dataFolder, 'logs', logName), 'utf8');
    for (const name of ['settings.json', 'set-up.json'])
      expect(log).toContain(`app: ${name} was put aside: `);
  });
});
