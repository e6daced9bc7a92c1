import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { placesIn } from '../../main/app/folder/places.ts';
import { temporaryFolder } from '../helpers/temp-folder.ts';
import { openTestApp } from '../helpers/test-app.ts';
import { inspect } from './support/inspect.ts';

interface Holder {
  readonly process: ChildProcess;
  /** `holds`, or why it does not. */
  readonly answer: string;
}

const file = path.join(import.meta.dirname, 'support/holder.ts');

const start = async (folder: string): Promise<Holder> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  // One that ends without a word has an empty answer; what it died of stands in the output.
  const ended = once(child, 'exit').then(() => ['']);
  const [said] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer | string];
  return { process: child, answer: said.toString().trim() };
};

const kill = async ({ process: child }: Holder): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

const inUse = (folder: string): string =>
  `Paywall Preview already runs with the data folder ${folder}: use that window, end it, or choose another folder with --data.`;

const persistedIn = (folder: string) => {
  const { envelopes, list, problems } = inspect(placesIn(folder).project('demo'));
  return { envelopes: [...envelopes.keys()].toSorted(), list: list?.hash, problems };
};

describe('two apps on one data folder', () => {
  it('are one: the second refuses and touches nothing, and takes over once the first was killed', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    expect(first.answer).toBe('holds');
    const before = persistedIn(folder);
    expect(before).toMatchObject({ envelopes: ['wf_a'], problems: [] });
    await expect(openTestApp(folder)).rejects.toThrow(inUse(folder));
    expect(persistedIn(folder)).toEqual(before);
    await kill(first);
    expect(persistedIn(folder)).toEqual(before);
    const second = await openTestApp(folder);
    expect(await second.call('getOfferings', null)).toMatchObject({ ok: true });
    expect((await start(folder)).answer).toBe(inUse(folder));
  });

  it('are never two, however many are started at once and whoever is killed', async () => {
    const folder = temporaryFolder();
    for (let round = 0; round < 2; round += 1) {
      const holders = await Promise.all(Array.from({ length: 3 }, () => start(folder)));
      const answers = holders.map(({ answer }) => answer).toSorted();
      expect(answers.filter((answer) => answer === 'holds')).toHaveLength(1);
      await Promise.all(holders.map(kill));
    }
    expect(persistedIn(folder)).toMatchObject({ envelopes: ['wf_a'], problems: [] });
  });
});
