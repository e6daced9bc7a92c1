import { existsSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { App } from 'electron';
import { commandLine } from './command-line.ts';
import { createEvent } from './event.ts';
import { type AppEvents, Emitter } from './events.ts';
import { life } from './life.ts';
import { options } from './options.ts';
import { type HandedOver, SingleInstance } from './single-instance.ts';

type Imitated = Pick<
  App,
  | 'commandLine'
  | 'enableSandbox'
  | 'exit'
  | 'getAppPath'
  | 'getName'
  | 'getPath'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'isPackaged'
  | 'isReady'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setPath'
  | 'whenReady'
>;

/** What an app must be able to do with its windows when it ends. */
export interface Closable {
  isDestroyed(): boolean;
  close(): void;
  destroy(): void;
}

interface Manifest {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
}

/** Given a file and not a folder, Electron reads no package.json, and its own version counts. */
const manifestOf = (appPath: string): Manifest => {
  const file = path.join(appPath, 'package.json');
  const isFolder = statSync(appPath).isDirectory() && existsSync(file);
  if (isFolder) return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return { name: 'Electron', version: process.versions.electron };
};

class AppStandIn extends Emitter<AppEvents> implements Imitated {
  readonly commandLine = commandLine as App['commandLine'];
  readonly isPackaged = options.isPackaged;
  readonly #appPath = path.resolve(process.argv[1] ?? '.');
  readonly #manifest = manifestOf(this.#appPath);
  readonly #paths = new Map<string, string>();
  readonly #windows = new Set<Closable>();
  readonly #instance = new SingleInstance((handedOver) => this.#secondInstance(handedOver));
  #isQuitting = false;
  #isOver = false;

  getAppPath(): string {
    return this.#appPath;
  }

  getName(): string {
    return this.#manifest.productName ?? this.#manifest.name;
  }

  getVersion(): string {
    return this.#manifest.version;
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const home = os.homedir();
    const appData = path.join(process.env['XDG_CONFIG_HOME'] || path.join(home, '.config'));
    const usual: Readonly<Record<string, string>> = {
      home,
      appData,
      userData: path.join(appData, this.getName()),
      temp: os.tmpdir(),
      // Not the person's own, who runs tests.
      pictures: path.join(this.#paths.get('userData') ?? os.tmpdir(), 'Pictures'),
      exe: process.execPath,
    };
    const found = this.#paths.get(name) ?? usual[name];
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    return found;
  }

  setPath(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
    if (!existsSync(folder)) throw new Error(`Failed to set path: ${folder} is not there`);
    this.#paths.set(name, folder);
  }

  isReady(): boolean {
    return life.isReady;
  }

  whenReady(): Promise<void> {
    return life.ready;
  }

  enableSandbox(): void {
    life.needNotReady('app.enableSandbox()');
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return this.#instance.request(this.getPath('userData'), {
      argv: process.argv,
      folder: process.cwd(),
      data: additionalData ?? null,
    });
  }

  hasSingleInstanceLock(): boolean {
    return this.#instance.has();
  }

  releaseSingleInstanceLock(): void {
    this.#instance.release();
  }

  /** Every window is asked first, and one that does not close keeps the app. */
  quit(): void {
    if (this.#isQuitting || this.#isOver) return;
    const before = createEvent({});
    this.tell('before-quit', before);
    if (before.defaultPrevented) return;
    this.#isQuitting = true;
    for (const window of this.#windows) window.close();
    if (this.#windows.size > 0) this.#isQuitting = false;
    else this.#willQuit();
  }

  /** Nobody is asked. */
  exit(exitCode = 0): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const window of this.#windows) window.destroy();
    this.tell('quit', createEvent({}), exitCode);
    this.#instance.release();
    // What was told before is on its way to the test; what is running ends with this turn.
    setImmediate(() => {
      if (process.send === undefined) process.exit(exitCode);
      else process.send({ kind: 'bye' }, () => process.exit(exitCode));
    });
  }

  /** Called by windows. */
  added(window: Closable): void {
    this.#windows.add(window);
  }

  removed(window: Closable): void {
    this.#windows.delete(window);
    if (this.#windows.size > 0 || this.#isOver || this.#isQuitting) return;
    // Who does not listen wants it to be so.
    if (!this.tell('window-all-closed')) this.quit();
  }

  #willQuit(): void {
    const event = createEvent({});
    this.tell('will-quit', event);
    this.#isQuitting = false;
    if (!event.defaultPrevented) this.exit(0);
  }

  #secondInstance({ argv, folder, data }: HandedOver): void {
    void life.ready.then(() => this.tell('second-instance', createEvent({}), argv, folder, data));
  }
}

export const app = new AppStandIn();
