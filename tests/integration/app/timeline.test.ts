import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyNotOurs } from '../../../main/app/folder/own-folder.ts';
import { everything } from '../../../shared/timeline/filter.ts';
import type { TimelineEvent } from '../../../shared/timeline.ts';
import { type TestApp, openTestApp } from '../../helpers/test-app.ts';

const open = async (): Promise<TestApp> => {
  const app = await openTestApp();
  await app.call('getOfferings', null);
  return app;
};

const read = async (app: TestApp, before: number, most: number): Promise<readonly number[]> => {
  const page = await app.call('readEvents', { before, most });
  if (!page.ok) throw new Error(page.problem.message);
  return page.value.map(({ eventId }) => eventId);
};

const exportAll = async (app: TestApp, change: Partial<typeof everything> = {}, upTo = 40) => {
  const filter = { ...everything, ...change };
  const done = await app.call('exportTimeline', { filter, after: null, upTo });
  if (!done.ok) throw new Error(done.problem.message);
  const lines = readFileSync(done.value.file, 'utf8').split('\n').slice(0, -1);
  return { ...done.value, events: lines.map((line) => JSON.parse(line) as TimelineEvent) };
};

describe('the events of before', () => {
  it('are read page by page, up to the first of all', async () => {
    const app = await open();
    expect([await read(app, 8, 4), await read(app, 4, 10), await read(app, 1, 10)]).toEqual([
      [4, 5, 6, 7],
      [1, 2, 3],
      [],
    ]);
  });

  it('are not read more at once than a window can deal with', async () => {
    const app = await open();
    const page = await app.call('readEvents', { before: 10, most: 1_000_000 });
    expect(page.ok ? null : page.problem.code).toBe('bad-argument');
  });
});

describe('exporting events', () => {
  it('writes them into a file of the data folder, one a line, and tells why it is not shown', async () => {
    const app = await open();
    const { file, count, events, hindrance } = await exportAll(app);
    expect({
      folder: path.dirname(file),
      names: readdirSync(path.dirname(file)),
      count,
      ids: events.map(({ eventId }) => eventId),
      hindrance,
    }).toEqual({
      folder: path.join(app.dataFolder, 'exports'),
      names: [path.basename(file)],
      count: 40,
      ids: Array.from({ length: 40 }, (_, index) => index + 1),
      hindrance: 'There is no file manager here.',
    });
  });

  it('writes only what the filter wants', async () => {
    const app = await open();
    const { events } = await exportAll(app, { lane: 'offerings' });
    expect([...new Set(events.map(({ subject }) => subject))]).toEqual(['offerings']);
  });

  it('carries no secret', async () => {
    const app = await open();
    const { file } = await exportAll(app, {}, 1_000);
    expect(readFileSync(file, 'utf8')).not.toMatch(/bundled-backend|bearer|authorization/i);
  });

  it('leaves the data folder one that is the app’s own', async () => {
    const app = await open();
    await exportAll(app);
    expect(whyNotOurs(app.dataFolder)).toBeNull();
  });
});
