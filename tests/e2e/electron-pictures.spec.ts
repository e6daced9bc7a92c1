/** Pictures of paywalls, taken by the window's own calls, in windows that nobody sees. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Argument } from '../../shared/contract/calls.ts';
import type { Documents } from '../../shared/contract/documents.ts';
import type { WorkflowRow } from '../../shared/contract/rows.ts';
import type { StreamMessage } from '../../shared/contract/stream.ts';
import {
  type ElectronUnderTest,
  type StartedElectron,
  expect,
  test,
} from './support/electron-test.ts';

type Pictures = Documents['pictures'];
type Wanted = Argument<'takePictures'>;
type Look = Wanted['looks'][number];

/** What the app says now, as a page hears it that begins to listen. */
const told = async (app: StartedElectron): Promise<StreamMessage> =>
  // Not the page that was opened last: that may be one in which pictures are taken.
  (await app.firstPage()).evaluate<StreamMessage>(
    'new Promise((resolve) => paywallPreview.listen(resolve))',
  );

const picturesOf = async (app: StartedElectron): Promise<Pictures> => {
  const message = await told(app);
  if (message.kind !== 'snapshot') throw new Error('It is no snapshot.');
  return message.documents.pictures;
};

const copyOf = async (app: StartedElectron): Promise<WorkflowRow['copy']> => {
  const message = await told(app);
  if (message.kind !== 'snapshot') return null;
  return message.rows.workflows.find(({ id }) => id === 'wf_welcome')?.copy ?? null;
};

const look = (device: Look['device'], more: Partial<Look> = {}): Look => ({
  device,
  isSideways: false,
  colorMode: 'light',
  locale: null,
  pseudo: null,
  ...more,
});

const open = async ({ start, inPage }: ElectronUnderTest): Promise<StartedElectron> => {
  const app = await start();
  await (await app.firstPage()).waitForURL(inPage('app://window/'));
  await expect.poll(() => copyOf(app)).not.toBe(null);
  return app;
};

const order = async (app: StartedElectron, looks: readonly Look[]): Promise<unknown> => {
  const copy = await copyOf(app);
  const wanted: Wanted = {
    kind: 'workflow',
    id: 'wf_welcome',
    bodyHash: copy?.bodyHash ?? '',
    offeringId: 'default',
    screenIds: ['hello', 'plans'],
    looks: [...looks],
  };
  return (await app.firstPage()).evaluate(`paywallPreview.takePictures(${JSON.stringify(wanted)})`);
};

/** Two pictures a second are few; the stand-in, which hands over each file, takes fewer. */
const patience = { timeout: 40_000 };

test.describe.configure({ timeout: 60_000 });

const sizeOf = (file: string): readonly number[] => {
  const png = readFileSync(file);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

test('pictures have the pixels of the devices, and come with a sheet of all', async ({
  electron,
}) => {
  const app = await open(electron);
  const ordered = await order(app, [look('iphone'), look('ipad', { isSideways: true })]);
  expect(ordered).toEqual({ ok: true, value: null });
  await expect.poll(async () => (await picturesOf(app)).status, patience).not.toBe('taking');
  const { folder, ...pictures } = await picturesOf(app);
  expect(pictures).toEqual({
    status: 'done',
    taken: 4,
    wanted: 4,
    message: null,
    hindrance: null,
  });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => file.endsWith('.png')).toSorted()).toEqual([
    path.join('1-Hello', 'ipad-sideways-en_US-light.png'),
    path.join('1-Hello', 'iphone-en_US-light.png'),
    path.join('4-Choose-a-plan', 'ipad-sideways-en_US-light.png'),
    path.join('4-Choose-a-plan', 'iphone-en_US-light.png'),
    'sheet.png',
  ]);
  expect([
    sizeOf(path.join(folder, '1-Hello', 'iphone-en_US-light.png')),
    sizeOf(path.join(folder, '1-Hello', 'ipad-sideways-en_US-light.png')),
  ]).toEqual([
    [1_179, 2_556],
    [2_360, 1_640],
  ]);
});

test('the preview is served the files of a paywall out of the cache, and parts of them', async ({
  electron,
}) => {
  const app = await open(electron);
  const copy = await copyOf(app);
  const name = { kind: 'workflow', id: 'wf_welcome', bodyHash: copy?.bodyHash ?? '' };
  const found = (): Promise<string[]> =>
    app.firstPage().then((page) =>
      page.evaluate<string[]>(
        `paywallPreview.findFiles(${JSON.stringify(name)}).then(({ value }) =>
            Object.values(value.files).filter((file) => file.endsWith('.webp')))`,
      ),
    );
  await expect.poll(async () => (await found()).length, patience).toBeGreaterThan(0);
  const [file = ''] = await found();
  const answers = await app.evaluate(async ({ net }, url) => {
    const ask = async (address: string, headers: Record<string, string> = {}) => {
      const answer = await net.fetch(address, { headers });
      const { byteLength } = await answer.arrayBuffer();
      return [answer.status, answer.headers.get('content-type'), byteLength];
    };
    return [
      (await ask(url)).slice(0, 2),
      await ask(url, { Range: 'bytes=2-5' }),
      (await ask(`${url}x`))[0],
      (await ask(url.replace('preview', 'window')))[0],
    ];
  }, `app://preview/assets/${file}`);
  expect(answers).toEqual([[200, 'image/webp'], [206, 'image/webp', 4], 404, 404]);
});

test('the windows in which pictures are taken have the walls of the other, and no preload', async ({
  electron,
}) => {
  const app = await open(electron);
  await order(app, [look('iphone'), look('android'), look('ipad'), look('iphone-large')]);
  const hidden = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .filter((window) => !window.isVisible())
        .map(({ webContents }) => {
          const { getLastWebPreferences: read } = webContents as unknown as {
            getLastWebPreferences: () => Record<string, unknown>;
          };
          const { sandbox, contextIsolation, nodeIntegration, preload } = read.call(webContents);
          return { sandbox, contextIsolation, nodeIntegration, preload: preload ?? null };
        }),
    );
  await expect
    .poll(hidden)
    .toEqual([{ sandbox: true, contextIsolation: true, nodeIntegration: false, preload: null }]);
});

test('the app ends with its window, also while pictures are taken', async ({ electron }) => {
  const app = await open(electron);
  await order(app, [look('iphone'), look('android'), look('ipad'), look('iphone-large')]);
  await expect.poll(async () => (await picturesOf(app)).taken, patience).toBeGreaterThan(0);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.isVisible())
      ?.close();
  });
  expect(await app.ended).toBe(0);
});
