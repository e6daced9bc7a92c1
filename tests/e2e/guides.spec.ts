import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';

const root = path.join(import.meta.dirname, '../..');

const section = (text: string, title: string): string =>
  text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

/** Every line of a code block in the README's guides. */
const commands = [
  ...section(readFileSync(path.join(root, 'README.md'), 'utf8'), 'Guides').matchAll(
    /^```\n([^`]+)^```$/gm,
  ),
].flatMap(([, block = '']) => block.trim().split('\n'));

const isOfTheApp = (command: string): boolean => /^npm start\b/.test(command);

/** In a terminal of somebody who has no screen, and has never started the app. */
const run = (command: string, home: string) => {
  mkdirSync(home, { recursive: true });
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', XDG_DATA_HOME: home };
  const child = spawn(command, { cwd: root, env, shell: true, detached: true });
  let isOver = false;
  const ended = once(child, 'close').then(([status]) => {
    isOver = true;
    return status as number | null;
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => (output += String(data)));
  return {
    ended,
    output: () => output,
    // npm and what it started: a group of processes.
    stop: async () => {
      if (!isOver && child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
      await ended;
    },
  };
};

test.describe('the guides of the README', () => {
  test.setTimeout(120_000);

  test('have commands for a designer, for QA and for a developer', () => {
    expect(commands.length).toBeGreaterThan(8);
    expect(commands.filter((command) => !command.startsWith('npm '))).toEqual([]);
  });

  for (const command of commands) {
    test(command, async ({ page }, info) => {
      test.skip(
        isOfTheApp(command) && process.platform !== 'linux',
        'only on Linux can one do without a screen, and so without a window of its own',
      );
      const home = info.outputPath('home');
      const running = run(command, home);
      try {
        if (!isOfTheApp(command)) {
          expect(await running.ended, running.output()).toBe(0);
          return;
        }
        await expect.poll(running.output, { timeout: 60_000 }).toMatch(/http:\S+\n/);
        await page.goto(/http:\S+(?=\n)/.exec(running.output())?.[0] ?? '');
        await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
      } finally {
        await running.stop();
        rmSync(home, { recursive: true, force: true });
      }
    });
  }
});
