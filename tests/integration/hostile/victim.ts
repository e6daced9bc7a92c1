// An engine whose backend turns hostile; says what became of each answer, and what it cost.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { assembleEngine } from '../../../main/app/session/assemble-engine.ts';
import { createActivity } from '../../../main/clock/activity.ts';
import { realClock } from '../../../main/clock/clock.ts';
import { createFaultRegistry } from '../../../main/faults/registry.ts';
import { openDisk } from '../../../main/store/open-disk.ts';
import type { Answer } from '../../../shared/answers.ts';
import { appUserId } from '../../../shared/model/ids.ts';

const [origin = '', folder = ''] = process.argv.slice(2);
const space = { isFull: false };
const onDemandCap = { entries: 10, bytes: 1_000_000 };
const opened = openDisk({ folder, apiKey: 'key', space, onDemandCap });
if (!opened.ok) throw new Error(opened.problem);
const { disk } = opened;
const activity = createActivity();
const { engine, timeline, close } = assembleEngine({
  clock: realClock,
  activity,
  faults: createFaultRegistry(),
  random: Math.random,
  disk,
  space,
  dataFolder: folder,
  sizes: { fileCacheBytes: 500_000_000, timelineEvents: 100_000 },
  settings: { workflows: true, persistOnDemand: false },
  api: { baseUrl: origin, fallbackBaseUrl: null, apiKey: 'key' },
  user: appUserId('ana'),
  rules: 'recommended',
  isForeground: true,
});

const tell = async (what: string): Promise<string> =>
  (await fetch(`${origin}/control/${encodeURIComponent(what)}`)).text();

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) {
    await activity.idle();
    await nextTurn();
  }
};

/** Every file, by name and content; that something good came again is no change. */
const onDisk = (): string => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const hash = createHash('sha256');
  for (const name of names) {
    const file = path.join(folder, name);
    hash.update(name);
    if (statSync(file).isFile())
      hash.update(readFileSync(file, 'latin1').replace(/"storedAt":\d+/, ''));
  }
  return hash.digest('hex');
};

const inMemory = (): string => {
  const { offerings, list, details } = engine.snapshot();
  const hashes = [offerings, list, ...details.values()].map((entry) => entry?.bodyHash ?? null);
  return JSON.stringify(hashes);
};

const brief = (answer: Answer<unknown>): string =>
  answer.status === 'ok' ? answer.source : answer.error.code;

/** Makes the engine ask for what is hostile, with all that is good in memory or on disk. */
const asks: Readonly<Record<string, () => Promise<Answer<unknown>>>> = {
  offerings: () => {
    engine.coldStart();
    return engine.getOfferings();
  },
  list: () => engine.getWorkflowsList({ force: true }),
  detail: () => {
    engine.coldStart();
    return engine.getWorkflow('wf_a');
  },
  cdn: () => {
    engine.coldStart();
    return engine.getWorkflow('wf_b');
  },
  asset: () => {
    engine.coldStart();
    return engine.getWorkflow('wf_c');
  },
};

const mega = 1_000_000;
const results: unknown[] = [];
await engine.getOfferings();
await settle();

/** In the middle of it as well: what was taken and given back counts. */
let highest = 0;
setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 5).unref();

for (const [endpoint, ask] of Object.entries(asks)) {
  for (const kind of JSON.parse(await tell(`kinds ${endpoint}`)) as string[]) {
    await tell('good');
    await engine.getWorkflowsList({ force: true });
    await settle();
    const before = { disk: onDisk(), memory: inMemory() };
    await tell(`hostile ${endpoint} ${kind}`);
    globalThis.gc?.();
    const rss = process.memoryUsage().rss;
    highest = rss;
    const from = timeline.nextId();
    const answer = await ask();
    await settle();
    const failures = timeline
      .since(from)
      .filter(({ type, subject }) => type === 'failed' && subject === endpoint);
    results.push({
      endpoint,
      kind,
      answer: brief(answer),
      codes: failures.map(({ error }) => error?.code),
      isDiskSame: onDisk() === before.disk,
      isMemorySame: endpoint !== 'list' || inMemory() === before.memory,
      grownMegabytes: Math.round((highest - rss) / mega),
    });
  }
}
await close();
process.stdout.write(JSON.stringify(results));
