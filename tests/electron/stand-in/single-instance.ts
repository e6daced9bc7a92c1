import { randomUUID } from 'node:crypto';
import {
  type FSWatcher,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** What a second instance leaves for the first one. */
export interface HandedOver {
  readonly argv: string[];
  readonly folder: string;
  readonly data: unknown;
}

interface Places {
  readonly lock: string;
  readonly inbox: string;
}

const placesIn = (userData: string): Places => ({
  lock: path.join(userData, 'SingletonLock'),
  inbox: path.join(userData, 'SingletonInbox'),
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const ownerOf = (lock: string): number | null => {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return null;
  }
};

const take = ({ lock }: Places): boolean => {
  const owner = ownerOf(lock);
  // It was killed, and left its lock.
  if (owner !== null && !isAlive(owner)) rmSync(lock, { force: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return ownerOf(lock) === process.pid;
  }
};

const leave = ({ inbox }: Places, handedOver: HandedOver): void => {
  const name = `${randomUUID()}.json`;
  const draft = path.join(inbox, `.${name}`);
  writeFileSync(draft, JSON.stringify(handedOver));
  // In one step: whoever sees the name sees all of it.
  renameSync(draft, path.join(inbox, name));
};

const collect = ({ inbox }: Places, hear: (handedOver: HandedOver) => void): void => {
  for (const name of readdirSync(inbox).filter((file) => !file.startsWith('.'))) {
    const file = path.join(inbox, name);
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    hear(JSON.parse(text) as HandedOver);
  }
};

/** The lock of a data folder, which another process of the stand-in sees. */
export class SingleInstance {
  readonly #hear: (handedOver: HandedOver) => void;
  #places: Places | null = null;
  #watcher: FSWatcher | null = null;

  constructor(hear: (handedOver: HandedOver) => void) {
    this.#hear = hear;
  }

  /** False: another process has the folder, and was told of this one. */
  request(userData: string, handedOver: HandedOver): boolean {
    const places = placesIn(userData);
    mkdirSync(places.inbox, { recursive: true });
    if (!take(places)) {
      leave(places, handedOver);
      return false;
    }
    this.#places = places;
    this.#watcher ??= watch(places.inbox, () => collect(places, this.#hear));
    collect(places, this.#hear);
    return true;
  }

  has(): boolean {
    return this.#places !== null;
  }

  release(): void {
    this.#watcher?.close();
    this.#watcher = null;
    if (this.#places !== null) rmSync(this.#places.lock, { force: true });
    this.#places = null;
  }
}
