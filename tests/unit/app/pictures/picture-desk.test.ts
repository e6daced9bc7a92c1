import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Camera, CameraOffer, PreviewTab } from '../../../../main/app/pictures/camera.ts';
import { createPictureDesk } from '../../../../main/app/pictures/picture-desk.ts';
import type { Frame } from '../../../../main/app/pictures/plan.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

/** As much of a PNG as says how large it is. */
const png = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(24);
  head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Buffer.concat([head, deflateSync('')]);
};

const urlOf = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`;

const frame = (screen: string, look = 'iphone', pixelsPerPoint = 2): Frame => ({
  screen,
  look,
  request: {
    screenId: screen,
    circumstances: {
      locales: [],
      colorMode: 'light',
      widthClass: 'compact',
      packages: [],
      nowMs: 0,
    },
    files: {},
    moment: { at: 0, isRunning: false },
    safeArea: { top: 0, right: 0, bottom: 0, left: 0 },
  },
  size: { width: 100, height: 200 },
  pixelsPerPoint,
});

interface Stage {
  /** What a tab does with a screen; null: it shows it. */
  present?: (screenId: string) => Promise<void> | null;
  capture?: () => Promise<Uint8Array>;
  open?: () => Promise<Camera>;
}

const openDesk = (stage: Stage = {}, offered?: CameraOffer) => {
  const picturesFolder = path.join(temporaryFolder(), 'pictures');
  const done: string[] = [];
  const lines: string[] = [];
  let waiting: { status: string; resolve: () => void }[] = [];

  const tab = (scale: number): PreviewTab => {
    const size = { width: 0, height: 0 };
    const answers: Readonly<Record<string, (...given: never[]) => unknown>> = {
      load: (json: string) => done.push(`load ${json}`),
      present: ({ screenId }: { screenId: string }) => stage.present?.(screenId),
      settle: () => null,
      shrink: () => urlOf(png(10, 10)),
      layOut: (rows: readonly (readonly { label: string }[])[]) => {
        done.push(
          `sheet ${rows.map((row) => row.map(({ label }) => label).join(', ')).join(' / ')}`,
        );
        return urlOf(png(20, 20));
      },
    };
    return {
      ask: async (asked, ...given) => (await answers[asked]?.(...(given as never[]))) as never,
      resize: async (wanted) => void Object.assign(size, wanted),
      capture: async () =>
        stage.capture?.() ?? png(Math.floor(size.width * scale), Math.ceil(size.height * scale)),
      close: async () => void done.push(`close ${scale}`),
    };
  };

  const camera: Camera = {
    openTab: async (scale) => {
      done.push(`open ${scale}`);
      return tab(scale);
    },
    close: async () => void done.push('end'),
  };

  const look = (): void => {
    const { status } = desk.document();
    for (const one of waiting) if (one.status === status) one.resolve();
    waiting = waiting.filter((one) => one.status !== status);
  };
  const desk = createPictureDesk({
    services: {
      picturesFolder,
      camera: offered ?? { open: stage.open ?? (() => Promise.resolve(camera)) },
    },
    project: 'Demo',
    log: { write: (_part, message) => void lines.push(message) },
    onChange: look,
  });
  const until = (status: string): Promise<void> =>
    new Promise((resolve) => {
      waiting.push({ status, resolve });
      look();
    });
  const take = (...frames: readonly Frame[]) => desk.take({ paywall: 'wf_a', json: '{}', frames });
  const files = (): readonly string[] =>
    readdirSync(picturesFolder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.png'))
      .toSorted();
  return { desk, take, until, files, done, lines, picturesFolder };
};

describe('pictures', () => {
  it('are taken one after the other, a tab for each scale, and put on a sheet', async () => {
    const { desk, take, until, files, done, picturesFolder } = openDesk();
    expect(take(frame('a'), frame('b', 'pixel', 2.625), frame('c'))).toEqual({
      ok: true,
      value: null,
    });
    await until('done');
    const folder = path.join(picturesFolder, 'Demo', 'wf_a');
    expect({ document: desk.document(), files: files(), done }).toEqual({
      document: {
        status: 'done',
        taken: 3,
        wanted: 3,
        folder,
        message: null,
        hindrance: null,
      },
      files: ['a/iphone.png', 'b/pixel.png', 'c/iphone.png', 'sheet.png'].map((name) =>
        path.join('Demo', 'wf_a', name),
      ),
      done: [
        ...['open 2', 'load {}', 'close 2', 'open 2.625', 'load {}'],
        'sheet a iphone, b pixel, c iphone',
        'end',
      ],
    });
    const file = path.join(folder, 'a', 'iphone.png');
    expect([readFileSync(file).readUInt32BE(16), statSync(file).mode & 0o777]).toEqual([
      200, 0o600,
    ]);
  });

  it('need no sheet where there is one; and one of others is left alone', async () => {
    const { take, until, files, done } = openDesk();
    take(frame('a'));
    await until('done');
    expect([files(), done.filter((what) => what.startsWith('sheet'))]).toEqual([
      [path.join('Demo', 'wf_a', 'a', 'iphone.png')],
      [],
    ]);
  });

  it('replace the sheets that were there before', async () => {
    const { take, until, files, picturesFolder } = openDesk();
    const folder = path.join(picturesFolder, 'Demo', 'wf_a');
    await mkdir(folder, { recursive: true });
    for (const name of ['sheet.png', 'sheet-2.png', 'mine.png'])
      writeFileSync(path.join(folder, name), 'old');
    take(frame('a'), frame('b'));
    await until('done');
    expect(files().map((name) => path.relative(path.join('Demo', 'wf_a'), name))).toEqual([
      path.join('a', 'iphone.png'),
      path.join('b', 'iphone.png'),
      'mine.png',
      'sheet.png',
    ]);
  });

  it('are ordered one at a time, and the next as soon as it is said that they are over', async () => {
    const { take, until } = openDesk();
    take(frame('a'));
    expect(take(frame('b'))).toMatchObject({ ok: false, problem: { code: 'refused' } });
    await until('done');
    expect(take(frame('b'))).toMatchObject({ ok: true });
    await until('done');
  });

  it('are not begun where there are none, or too many to be meant', () => {
    const { take } = openDesk();
    expect([take(), take(...Array.from({ length: 2_001 }, () => frame('a')))]).toMatchObject([
      { ok: false, problem: { code: 'refused' } },
      { ok: false, problem: { message: expect.stringContaining('more than 2000 pictures') } },
    ]);
  });

  it('are refused where there is nothing to take them with, which is known before', () => {
    const { desk, take } = openDesk({}, { hindrance: 'There is no Chromium.' });
    expect([desk.document().hindrance, take(frame('a'))]).toEqual([
      'There is no Chromium.',
      { ok: false, problem: { code: 'refused', message: 'There is no Chromium.' } },
    ]);
  });

  it('are taken of the other screens where one cannot be shown', async () => {
    const { desk, take, until, files, done } = openDesk({
      present: (id) => (id === 'b' ? Promise.reject(new Error('It is broken.')) : null),
    });
    take(frame('a'), frame('b'), frame('c'));
    await until('done');
    expect([desk.document(), files().length, done.at(-2)]).toMatchObject([
      {
        taken: 3,
        message: '1 of 3 pictures could not be taken: b could not be shown (It is broken.).',
      },
      3,
      'sheet a iphone, c iphone',
    ]);
  });

  it('have failed where no screen can be shown', async () => {
    const { desk, take, until } = openDesk({ present: () => Promise.reject(new Error('No.')) });
    take(frame('a'), frame('b'));
    await until('failed');
    expect(desk.document().message).toBe(
      '2 of 2 pictures could not be taken: a could not be shown (No.).',
    );
  });

  it.each([
    ['another size', png(200, 200), 'a picture of 100 × 200 points came with 200 × 200 pixels'],
    ['no picture', Buffer.from('GIF89a'), 'what came was no picture'],
  ])('that come as %s are told and not kept', async (_what, bytes, why) => {
    const { desk, take, until, picturesFolder } = openDesk({
      capture: () => Promise.resolve(bytes),
    });
    take(frame('a'));
    await until('failed');
    expect(desk.document().message).toBe(`The pictures could not all be taken: ${why}.`);
    expect(() => readdirSync(picturesFolder)).toThrow('ENOENT');
  });

  it('end in one sentence where the camera does not open, or the disk does not take them', async () => {
    const closed = openDesk({ open: () => Promise.reject(new Error('It does not start')) });
    closed.take(frame('a'));
    await closed.until('failed');
    const full = openDesk();
    writeFileSync(full.picturesFolder, 'a file');
    full.take(frame('a'));
    await full.until('failed');
    expect([closed.desk.document().message, full.desk.document().message]).toEqual([
      expect.stringContaining('It does not start'),
      expect.stringMatching(/^The pictures could not all be taken: .+\.$/),
    ]);
    expect(closed.lines).toHaveLength(1);
  });

  it('end after the one that is being taken where they are cancelled', async () => {
    const shown: string[] = [];
    const { desk, take, until, files, done } = openDesk({
      present: (id) => {
        shown.push(id);
        if (id === 'b') desk.cancel();
        return null;
      },
    });
    take(frame('a'), frame('b'), frame('c'));
    await until('cancelled');
    expect([shown, desk.document().taken, files().length, done.at(-1)]).toEqual([
      ['a', 'b'],
      2,
      2,
      'end',
    ]);
    desk.cancel();
    expect(desk.document().status).toBe('cancelled');
  });

  it('are given up with the app, also where a page does not answer', async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const camera: Camera = {
      openTab: () => promise,
      close: async () => {
        reject(new Error('It is closed.'));
      },
    };
    const { desk, take } = openDesk({ open: () => Promise.resolve(camera) });
    take(frame('a'));
    await Promise.resolve();
    await desk.end();
    expect(desk.document().status).toBe('cancelled');
    await desk.end();
  });
});
