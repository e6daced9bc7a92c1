import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { SafeStorage } from 'electron';
import { z } from 'zod';
import type { KeyStore, ReadKey, RemovedKey, WrittenKey } from '../../app/keys/key-store.ts';
import type { Log } from '../../app/log.ts';
import { type SettingsFile, openSettingsFile } from '../../store/settings-file.ts';
import { describeProblem } from '../../store/problem.ts';
import { texts } from './texts.ts';

export type SystemKeyStore = Pick<
  SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
>;

export interface KeyStoreOptions {
  readonly safeStorage: SystemKeyStore;
  readonly platform: NodeJS.Platform;
  /** Absolute; made when the first secret is kept. */
  readonly folder: string;
  /** Is told of every secret, so that none enters the log. */
  readonly log: Log;
}

const documentSchema = z.object({ encrypted: z.base64() }).nullable();
type Document = z.output<typeof documentSchema>;

const fileNameOf = (name: string): string =>
  `${createHash('sha256').update(name).digest('hex')}.json`;

/** Without a key ring, Electron on Linux encrypts with a password that everybody knows. */
const hasKeyRing = ({ safeStorage, platform }: KeyStoreOptions): boolean =>
  platform !== 'linux' ||
  !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());

const removed = (fileOrFolder: string): RemovedKey => {
  try {
    rmSync(fileOrFolder, { recursive: true, force: true });
    return { status: 'removed' };
  } catch (error) {
    return { status: 'failed', message: describeProblem(error) };
  }
};

class SystemKeys implements KeyStore {
  readonly #options: KeyStoreOptions;
  readonly #session = new Map<string, string>();
  #note: string | null;

  constructor(options: KeyStoreOptions) {
    this.#options = options;
    this.#note = hasKeyRing(options) ? null : texts.keptForSession.basicText;
  }

  get note(): string | null {
    return this.#note;
  }

  async write(name: string, secret: string): Promise<WrittenKey> {
    this.#options.log.hide(secret);
    const problem = await this.#keep(name, secret);
    if (problem === null) {
      this.#session.delete(name);
      return { status: 'kept' };
    }
    // What was kept before under that name is not what is meant any more.
    this.remove(name);
    this.#session.set(name, secret);
    return { status: 'session-only', note: problem };
  }

  async read(name: string): Promise<ReadKey> {
    const secret = this.#session.get(name);
    if (secret !== undefined) return { status: 'found', secret };
    try {
      const document = this.#file(name).read();
      if (document === null) return { status: 'missing' };
      // Awaited here, so that what the system refuses is caught here.
      return await this.#decrypt(name, document.encrypted);
    } catch (error) {
      this.#options.log.write('keys', `A kept key cannot be read: ${String(error)}`);
      return { status: 'unreadable', message: texts.keyUnreadable };
    }
  }

  remove(name: string): RemovedKey {
    this.#session.delete(name);
    return removed(path.join(this.#options.folder, fileNameOf(name)));
  }

  removeAll(): RemovedKey {
    this.#session.clear();
    return removed(this.#options.folder);
  }

  #file(name: string): SettingsFile<Document> {
    return openSettingsFile(this.#options.folder, fileNameOf(name), documentSchema, null);
  }

  /** Null: it is on disk. Otherwise why it is not. */
  async #keep(name: string, secret: string): Promise<string | null> {
    const encrypted = this.#note === null ? await this.#encrypt(secret) : null;
    if (encrypted === null) return this.#note;
    const problem = this.#writeFile(name, { encrypted: encrypted.toString('base64') });
    return problem && texts.keyNotWritten(problem);
  }

  #writeFile(name: string, document: Document): string | null {
    try {
      return this.#file(name).write(document);
    } catch (error) {
      return describeProblem(error);
    }
  }

  /** Null: the system does not do it, and is not asked again. */
  async #encrypt(secret: string): Promise<Buffer | null> {
    const { safeStorage, log } = this.#options;
    try {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) throw new Error('It is not there.');
      return await safeStorage.encryptStringAsync(secret);
    } catch (error) {
      log.write('keys', `The system's key store refused: ${String(error)}`);
      this.#note = texts.keptForSession.unavailable;
      return null;
    }
  }

  async #decrypt(name: string, encrypted: string): Promise<ReadKey> {
    const { safeStorage, log } = this.#options;
    const decrypted = await safeStorage.decryptStringAsync(Buffer.from(encrypted, 'base64'));
    const { result: secret, shouldReEncrypt } = decrypted;
    log.hide(secret);
    // The system has another key by now; where this fails the old file is still readable.
    if (shouldReEncrypt) await this.#keep(name, secret);
    return { status: 'found', secret };
  }
}

/**
 * Opens the key store. The system is asked for its own only when there is something to keep: that
 * may make it ask for a password, which nobody expects who only looks at the demo.
 */
export const openKeyStore = (options: KeyStoreOptions): KeyStore => new SystemKeys(options);
