import type { IncomingMessage, ServerResponse } from 'node:http';
import fs from 'node:fs';
import path from 'node:path';
import { createDownloads } from '../../../main/cdn/downloads.ts';
import {
  type FileCacheOptions,
  type FileStore,
  createFileCache,
} from '../../../main/cdn/file-cache.ts';
import type { Downloads, FileAsk } from '../../../main/cdn/files.ts';
import { serveHttp } from '../../helpers/http-server.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { type TestClient, testClient } from '../http/test-client.ts';

/** A request that the CDN has read and not answered yet. */
export interface Held {
  readonly path: string;
  readonly response: ServerResponse;
}

export interface TestCdn extends TestClient {
  readonly origin: string;
  readonly folder: string;
  readonly space: { isFull: boolean };
  readonly needed: Set<string>;
  readonly cache: FileStore;
  readonly downloads: Downloads;
  /** The paths that were asked for, in their order. */
  readonly asked: string[];
  readonly held: Held[];
  /** Another generation on the same cache. */
  generation(isCurrent?: () => boolean): Downloads;
  /** The cache as another start of the app finds it. */
  reopen(options?: Partial<FileCacheOptions>): FileStore;
  about(path: string, hash?: string | null): FileAsk;
  /** What lies in the folder, sorted. */
  files(): readonly string[];
  /** Everything that can happen by itself has happened. */
  settle(): Promise<void>;
  /** Resolves when so many requests are held. */
  holding(count: number): Promise<void>;
}

export interface TestCdnOptions extends Partial<FileCacheOptions> {
  /** Null: it is held. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => unknown;
  readonly isCurrent?: () => boolean;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A CDN that holds every request unless told how to answer, and a cache in a folder of its own. */
export const testCdn = async (options: TestCdnOptions = {}): Promise<TestCdn> => {
  const asked: string[] = [];
  const held: Held[] = [];
  const origin = await serveHttp((request, response) => {
    const file = request.url ?? '';
    asked.push(file);
    if (options.answer === undefined) held.push({ path: file, response });
    else options.answer(request, response);
  });
  const client = testClient(origin);
  const folder = options.folder ?? path.join(temporaryFolder(), 'cdn');
  const space = { isFull: false };
  const needed = new Set<string>();
  const reopen = (more: Partial<FileCacheOptions> = {}): FileStore =>
    createFileCache({
      folder,
      maxBytes: Infinity,
      space,
      neededFiles: () => needed,
      now: () => client.clock.now(),
      verifyOnRead: () => true,
      ...options,
      ...more,
    });
  const cache = reopen();
  const generation = (isCurrent: () => boolean = () => true): Downloads =>
    createDownloads({ cache, http: client.http, isCurrent });
  return {
    ...client,
    origin,
    folder,
    space,
    needed,
    cache,
    downloads: generation(options.isCurrent),
    asked,
    held,
    generation,
    reopen,
    about: (file, hash = null) => ({
      ref: { url: `${origin}${file}`, hash },
      ids: ['wf_1'],
      trace: client.trace,
    }),
    files: () => fs.readdirSync(folder).sort(),
    settle: async () => {
      for (let turns = 0; turns < 30; turns += 1) await turn();
    },
    holding: async (count) => {
      while (held.length < count) await turn();
    },
  };
};

/** What a call that was given up is answered with. */
export const cancelled = { ok: false, error: { code: 'no-answer', reason: 'cancelled' } };

/** What was told beside the requests themselves. */
export const eventsOf = ({ trace }: TestCdn) =>
  trace.events.filter(({ type }) => type !== 'requested' && type !== 'responded');
