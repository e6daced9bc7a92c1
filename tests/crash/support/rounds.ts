import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { stackOf } from '../../../shared/error-text.ts';
import { seededRandom } from '../../../main/clock/random.ts';
import { type AppUserId, appUserId } from '../../../shared/model/ids.ts';
import type { RuleSet } from '../../../shared/policies.ts';
import { fastBase } from '../../helpers/temp-folder.ts';
import { type Inspected, inspect, mayBeGone } from './inspect.ts';
import type { Assignment, Report } from './protocol.ts';

/** So many rounds go on with what the one before left; then a new folder begins. */
const roundsPerFolder = 10;

export interface RoundResult {
  readonly round: number;
  /** How much was acknowledged before the kill. */
  readonly persisted: number;
  readonly problems: readonly string[];
}

interface Victim {
  readonly process: ChildProcess;
  /** Its session is open, or it has ended before. */
  readonly opened: Promise<unknown>;
  readonly reports: Promise<string>;
  readonly errors: Promise<string>;
}

const file = path.join(import.meta.dirname, 'victim.ts');

/** A process that has loaded everything and waits to be told what to do. */
const spawnVictim = (compileCache: string): Victim => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_DISABLE_COMPILE_CACHE: undefined,
      NODE_COMPILE_CACHE: compileCache,
    },
  });
  const [, , stderr, pipe] = child.stdio as unknown as Readable[];
  if (stderr === undefined || pipe === undefined) throw new Error('It has no pipes.');
  return {
    process: child,
    opened: Promise.race([once(pipe, 'data'), once(pipe, 'end')]),
    reports: text(pipe),
    errors: text(stderr),
  };
};

const diesAtCall = (
  random: () => number,
  isByCall: boolean,
  diesInChange: boolean,
): number | null => {
  if (diesInChange) return 1 + Math.floor(random() * 12);
  return isByCall ? 1 + Math.floor(random() * 900) : null;
};

/** What the seed says about one round. */
const planOf = (seed: number, round: number) => {
  const random = seededRandom(seed * 100_003 + round);
  const folderNumber = Math.floor(round / roundsPerFolder);
  const rules: RuleSet = folderNumber % 3 === 2 ? 'ios' : 'recommended';
  const isByCall = random() < 0.5;
  const diesInChange = random() < 0.15;
  return {
    rules,
    // Every second folder has room for a few bodies only.
    fileCacheBytes: folderNumber % 2 === 0 ? 500_000_000 : 60_000,
    diesInChange,
    diesAtCall: diesAtCall(random, isByCall, diesInChange),
    diesAfterMs: isByCall || diesInChange ? 5_000 : random() * 100,
    seed: Math.floor(random() * 2 ** 31),
  };
};

const readReports = (said: string): readonly Report[] =>
  said
    .split('\n')
    .filter((line) => line !== '')
    // Its own tests wrote it.
    .map((line) => JSON.parse(line) as Report);

type Persisted = Extract<Report, { said: 'persisted' }>;

interface Told {
  /** The last word about each thing since the user came. */
  readonly persisted: readonly Persisted[];
  /** Whose copies may be there; null: nobody can tell yet. */
  readonly owners: readonly (AppUserId | null)[];
  readonly isChanging: boolean;
}

/** What holds after all that was said. */
const listenTo = (before: AppUserId, reports: readonly Report[]): Told => {
  let owner = before;
  let next: AppUserId | null | undefined;
  let persisted = new Map<string, Persisted>();
  for (const report of reports) {
    if (report.said === 'becoming') next = report.user;
    if (report.said === 'became') {
      owner = report.user;
      next = undefined;
      persisted = new Map();
    }
    if (report.said === 'persisted') {
      const { what, id } = report;
      persisted.set(what === 'offerings' || what === 'list' ? what : `envelope ${id}`, report);
    }
  }
  const isChanging = next !== undefined;
  return {
    persisted: [...persisted.values()],
    owners: next === undefined ? [owner] : [owner, next],
    isChanging,
  };
};

const storedAtOf = (found: Inspected, { what, id }: Persisted): number | null => {
  if (what === 'offerings') return found.offerings?.storedAt ?? null;
  if (what === 'list') return found.list?.storedAt ?? null;
  return found.envelopes.get(id)?.storedAt ?? null;
};

const problemsOf = (found: Inspected, told: Told, rules: RuleSet): readonly string[] => {
  const problems = [...found.problems];
  if (found.users.size > 1) problems.push(`copies of ${[...found.users].join(' and ')} lie there`);
  const isExpected = (user: string): boolean =>
    told.owners.some((owner) => owner === user || (owner === null && user.startsWith('$RC')));
  for (const user of found.users)
    if (!isExpected(user)) problems.push(`a copy of ${user} is there`);
  // In the middle of a change of user everything is there or nothing is.
  const isCleared = found.users.size === 0 && told.isChanging;
  if (isCleared) return problems;
  for (const report of told.persisted) {
    const { what, id, storedAt } = report;
    const there = storedAtOf(found, report);
    const isEnvelope = what === 'prefetched' || what === 'on-demand';
    const isPruned = isEnvelope && there === null && mayBeGone(found, id, what, rules);
    if (!isPruned && (there ?? 0) < storedAt)
      problems.push(`${what} ${id} was acknowledged at ${String(storedAt)}: ${String(there)}`);
  }
  return problems;
};

const runRound = async (
  victim: Victim,
  assignment: Assignment,
  diesAfterMs: number,
): Promise<readonly Report[]> => {
  const closed = once(victim.process, 'close');
  victim.process.stdin?.write(`${JSON.stringify(assignment)}\n`);
  const timer = new AbortController();
  await victim.opened;
  void after(diesAfterMs, null, { signal: timer.signal }).then(
    () => victim.process.kill('SIGKILL'),
    () => undefined,
  );
  await closed;
  timer.abort();
  const { signalCode, exitCode } = victim.process;
  if (signalCode !== 'SIGKILL')
    throw new Error(`It ended with ${String(exitCode)}: ${await victim.errors}`);
  return readReports(await victim.reports);
};

/** One folder, killed in it round after round. */
async function* runFolder(
  seed: number,
  rounds: readonly number[],
  compileCache: string,
): AsyncGenerator<RoundResult> {
  const folder = mkdtempSync(path.join(fastBase, 'paywall-preview-crash-'));
  let user = appUserId('ana');
  let ahead = spawnVictim(compileCache);
  try {
    for (const [index, round] of rounds.entries()) {
      const victim = ahead;
      const isLast = index === rounds.length - 1;
      const plan = planOf(seed, round);
      const { diesAfterMs, ...told } = plan;
      const assignment = { folder, user, ...told };
      try {
        const running = runRound(victim, assignment, diesAfterMs);
        if (!isLast) ahead = spawnVictim(compileCache);
        const heard = listenTo(user, await running);
        const found = inspect(folder);
        yield {
          round,
          persisted: heard.persisted.length,
          problems: problemsOf(found, heard, plan.rules),
        };
        user = appUserId([...found.users][0] ?? heard.owners.at(-1) ?? 'ana');
      } catch (error) {
        yield { round, persisted: 0, problems: [stackOf(error)] };
        return;
      }
    }
  } finally {
    ahead.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface CrashRun {
  readonly seed: number;
  /** The first one; a folder begins where it is a multiple of `roundsPerFolder`. */
  readonly from: number;
  readonly rounds: number;
}

/** Kills so many processes, two folders at a time. */
export const runRounds = async ({ seed, from, rounds }: CrashRun): Promise<RoundResult[]> => {
  const compileCache = mkdtempSync(path.join(tmpdir(), 'paywall-preview-crash-compiled-'));
  const first = Math.floor(from / roundsPerFolder) * roundsPerFolder;
  const numbers = Array.from({ length: from + rounds - first }, (_, index) => first + index);
  const folders = Map.groupBy(numbers, (round) => Math.floor(round / roundsPerFolder)).values();
  const results: RoundResult[] = [];
  const work = async (): Promise<void> => {
    for (const folder of folders)
      for await (const result of runFolder(seed, folder, compileCache)) results.push(result);
  };
  try {
    await Promise.all([work(), work()]);
  } finally {
    rmSync(compileCache, { recursive: true, force: true });
  }
  return results;
};
