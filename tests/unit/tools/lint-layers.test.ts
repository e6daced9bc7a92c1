import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

// The files do not exist, so nothing can be asked about their types; the rules about layers need
// none. Everything else is the project's own configuration.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

const LAYER_RULES: ReadonlySet<string | null> = new Set([
  'no-restricted-imports',
  'no-restricted-syntax',
  'no-restricted-globals',
  'no-restricted-properties',
]);

/** How often the rules about layers refuse something in this file. */
async function refusals(filePath: string, code: string): Promise<number> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  const messages = result?.messages ?? [];
  expect(messages.filter((message) => message.fatal)).toEqual([]);
  return messages.filter((message) => LAYER_RULES.has(message.ruleId)).length;
}

describe('a layer refuses', () => {
  it.each([
    ['shared/model/ids.ts', `import 'node:fs';`],
    ['shared/model/ids.ts', `import 'fs';`],
    ['shared/model/ids.ts', `import 'electron';`],
    ['shared/model/ids.ts', `import { Agent } from 'undici';`],
    ['shared/model/ids.ts', `import { engine } from '../../main/engine/engine.ts';`],
    ['shared/ids.ts', `import { engine } from '../main/engine/engine.ts';`],
    ['shared/ids.ts', `import { App } from '../renderer/app.tsx';`],
    ['shared/ids.ts', `export * from '../preload/bridge.ts';`],
    ['shared/ids.ts', `export const fs = await import('node:fs');`],
    ['main/app/session/session.ts', `import { app } from 'electron';`],
    ['main/app/session/session.ts', `import type { App } from 'electron';`],
    ['main/app/session/session.ts', `import { app } from 'electron/main';`],
    ['main/app/session/session.ts', `export const electron = await import('electron');`],
    ['main/app/session/session.ts', `export type App = import('electron').App;`],
    ['main/app/session/session.ts', `import Store from 'electron-store';`],
    ['main/app/session/session.ts', `import { App } from '../../renderer/app.tsx';`],
    ['main/app/session/session.ts', `import { build } from '../../tests/helpers/build.ts';`],
    ['main/hosts/browser/host.ts', `import type { Session } from 'electron';`],
    ['main/hosts/electron/key-store.ts', `import Store from 'electron-store';`],
    ['main/store/documents.ts', `import { app } from 'electron';`],
    ['main/store/documents.ts', `import { session } from '../app/session.ts';`],
    ['main/engine/list.ts', `import Store from 'electron-store';`],
    ['main/engine/list.ts', `import { app } from 'electron';`],
    ['main/engine/list.ts', `import { readFile } from 'node:fs/promises';`],
    ['main/engine/list.ts', `import fs from 'fs';`],
    ['main/engine/list.ts', `import { Agent } from 'undici';`],
    ['main/engine/list.ts', `import { session } from '../app/session.ts';`],
    ['main/engine/list.ts', `import { host } from '../hosts/browser/host.ts';`],
    ['main/engine/list.ts', `import { backend } from '../backend/backend.ts';`],
    ['main/engine/details/cold.ts', `import { run } from '../../scenario/run.ts';`],
    ['main/cdn/queue.ts', `import { session } from '../app/session.ts';`],
    ['preload/bridge.ts', `import 'node:path';`],
    ['renderer/app.tsx', `import { ipcRenderer } from 'electron';`],
    ['renderer/app.tsx', `import { session } from '../main/app/session.ts';`],
  ])('in %s: %s', async (file, code) => {
    expect(await refusals(file, code)).toBeGreaterThan(0);
  });

  it.each(
    ['engine', 'cdn', 'http', 'store'].flatMap((folder) =>
      [
        'export const now = Date.now();',
        'export const now = new Date();',
        'export const now = Date();',
        'const { now } = Date;',
        'setTimeout(() => {}, 1);',
        'globalThis.setTimeout(() => {}, 1);',
        'setInterval(() => {}, 1);',
        'export const signal = AbortSignal.timeout(1);',
        'export const random = Math.random();',
        'export const now = performance.now();',
        `import { setTimeout as wait } from 'node:timers/promises';`,
      ].map((code) => [`main/${folder}/example.ts`, code] as const),
    ),
  )('in %s what an injected clock or random source is for: %s', async (file, code) => {
    expect(await refusals(file, code)).toBeGreaterThan(0);
  });
});

describe('a layer permits', () => {
  it.each([
    ['shared/model/ids.ts', `import { z } from 'zod';\nimport { x } from './x.ts';`],
    ['shared/model/ids.ts', `import { fault } from '../faults.ts';`],
    ['main/hosts/electron/entry.ts', `import { app } from 'electron';`],
    ['main/hosts/electron/entry.ts', `import type { App } from 'electron';`],
    ['main/store/documents.ts', `import Store from 'electron-store';\nimport 'node:fs';`],
    ['main/http/client.ts', `import { Agent } from 'undici';`],
    ['main/engine/list.ts', `import { client } from '../http/client.ts';`],
    ['main/engine/list.ts', `import { isFresh } from '../../shared/freshness.ts';`],
    ['main/engine/app/list.ts', `import { list } from '../list.ts';\nimport './app/x.ts';`],
    ['main/engine/list.ts', 'export const at = new Date(0).toISOString();'],
    ['main/clock/clock.ts', 'export const now = () => Date.now();'],
    ['main/app/session/session.ts', `import { engine } from '../engine/engine.ts';`],
    ['preload/bridge.ts', `import { contextBridge } from 'electron';`],
    ['renderer/app.tsx', `import { isFresh } from '../shared/freshness.ts';`],
    ['tests/unit/engine/list.test.ts', `import { list } from '../../../main/engine/list.ts';`],
  ])('in %s: %s', async (file, code) => {
    expect(await refusals(file, code)).toBe(0);
  });
});
