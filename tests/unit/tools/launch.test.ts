import { expect, it, vi } from 'vitest';
import { launch } from '../../../main/tools/browser/launch.ts';

const launched = vi.hoisted(() => vi.fn(async (_options: unknown) => ({})));
vi.mock('playwright', () => ({ chromium: { launch: launched } }));

it.each([
  ['an ordinary user', 1_000, true],
  ['root, for whom it refuses to start with it', 0, false],
])('Chromium has its sandbox, since it shows what others made: %s', async (_who, uid, has) => {
  vi.spyOn(process, 'getuid').mockReturnValue(uid);
  // Any file that is there: none is started.
  const answer = await launch({ CHROMIUM_PATH: process.execPath });
  expect(answer.ok).toBe(true);
  expect(launched.mock.lastCall?.[0]).toMatchObject({
    chromiumSandbox: has,
    args: has
      ? expect.not.arrayContaining(['--no-sandbox'])
      : expect.arrayContaining(['--no-sandbox']),
  });
});
