import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { fileMode } from '../../store/disk-folder.ts';
import { describeProblem, systemCode } from '../../store/problem.ts';

/** A data folder that is ours alone. */
export type Claim =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly message: string };

const fileName = 'running.json';
/** A port on this machine answers at once, or nobody is there. */
const patienceMs = 1_000;
const tries = 3;

const holderSchema = z.object({
  pid: z.int().min(1),
  /** Where it listens for as long as it lives. */
  origin: z.url(),
  /** Where its window is; null: it has one of its own. */
  window: z.string().nullable().catch(null),
});

type Holder = z.output<typeof holderSchema>;

/** Null: there is none, or nobody can tell who it is. */
const holderIn = (file: string): Holder | null => {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

const isSame = (one: Holder | null, other: Holder | null): boolean =>
  one?.pid === other?.pid && one?.origin === other?.origin;

const isProcess = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
};

const isListening = (origin: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(origin);
    const socket = net.connect({ host: hostname, port: Number(port), timeout: patienceMs });
    const end = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true));
    socket.once('timeout', end(false));
    socket.once('error', end(false));
  });

/** The number of a process that was killed may be another's by now, which does not listen there. */
const isAlive = async ({ pid, origin }: Holder): Promise<boolean> =>
  isProcess(pid) && (await isListening(origin));

/** Null: the file is there already. */
const write = (file: string, own: Holder, release: () => void): Claim | null => {
  try {
    writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: fileMode });
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return null;
    throw error;
  }
  return {
    ok: true,
    release: () => {
      if (isSame(holderIn(file), own)) rmSync(file, { force: true });
      release();
    },
  };
};

const inUse = (folder: string, window: string | null): string =>
  `Paywall Preview already runs with the data folder ${folder}${window === null ? '' : `, at ${window}`}: use that window, end it, or choose another folder with --data.`;

const claim = async (folder: string, own: Holder, release: () => void): Promise<Claim> => {
  const file = path.join(folder, fileName);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const claimed = write(file, own, release);
    if (claimed !== null) return claimed;
    const holder = holderIn(file);
    if (holder !== null && (await isAlive(holder)))
      return { ok: false, message: inUse(folder, holder.window) };
    // Whoever left it was killed; another may have come meanwhile, and that one lives.
    if (isSame(holderIn(file), holder)) rmSync(file, { recursive: true, force: true });
  }
  return { ok: false, message: `The data folder ${folder} is used by others all the time.` };
};

/** A port of its own is what a process has for exactly as long as it lives, on every system. */
const listen = (): Promise<net.Server> =>
  new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy());
    server.once('error', reject);
    // It must not be what keeps the app running.
    server.listen(0, '127.0.0.1', () => {
      resolve(server.unref());
    });
  });

const originOf = (server: net.Server): string => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it does not listen');
  return `http://127.0.0.1:${String(address.port)}`;
};

/** Two apps that write into one folder would each undo what the other does. */
export const claimFolder = async (folder: string, window: string | null): Promise<Claim> => {
  const server = await listen();
  const release = (): void => void server.close();
  let claimed: Claim;
  try {
    const own = { pid: process.pid, origin: originOf(server), window };
    claimed = await claim(folder, own, release);
  } catch (error) {
    const message = `The data folder ${folder} cannot be used: ${describeProblem(error)}.`;
    claimed = { ok: false, message };
  }
  if (!claimed.ok) release();
  return claimed;
};
