import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { fileMode, makeFolder } from '../../store/disk-folder.ts';
import { describeProblem, systemCode } from '../../store/problem.ts';

/** A data folder that is ours alone. */
export type Claim =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly message: string };

const fileName = 'running.json';
/** A port on this machine answers at once, or nobody is there. */
const patienceMs = 1_000;
const tries = 3;

const holderSchema = z.object({ pid: z.int().min(1), origin: z.url() });

type Holder = z.output<typeof holderSchema>;

/** Null: there is none, or nobody can tell who it is. */
const holderIn = (file: string): Holder | null => {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

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
const write = (file: string, own: Holder): Claim | null => {
  try {
    writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: fileMode });
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return null;
    throw error;
  }
  return {
    ok: true,
    release: () => {
      const holder = holderIn(file);
      if (holder?.pid === own.pid && holder.origin === own.origin) rmSync(file, { force: true });
    },
  };
};

const claim = async (folder: string, own: Holder): Promise<Claim> => {
  const file = path.join(folder, fileName);
  makeFolder(folder);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const claimed = write(file, own);
    if (claimed !== null) return claimed;
    const holder = holderIn(file);
    if (holder !== null && (await isAlive(holder))) {
      const message = `Paywall Preview already runs with the data folder ${folder}, at ${holder.origin}: use that window, end it, or choose another folder with --data.`;
      return { ok: false, message };
    }
    // Whoever left it was killed.
    rmSync(file, { recursive: true, force: true });
  }
  return { ok: false, message: `The data folder ${folder} is used by others all the time.` };
};

/** Two apps that write into one folder would each undo what the other does. */
export const claimFolder = async (folder: string, origin: string): Promise<Claim> => {
  try {
    return await claim(folder, { pid: process.pid, origin });
  } catch (error) {
    const message = `The data folder ${folder} cannot be used: ${describeProblem(error)}.`;
    return { ok: false, message };
  }
};
