import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { ServedProject } from '../../../main/backend/backend.ts';
import { loadProjectFolder } from '../../../main/project/load-folder.ts';
import type { ProjectProblem } from '../../../main/project/problem.ts';

export const origins = { api: 'http://api', cdn: 'http://cdn', fallback: 'http://fallback' };

/** A screen with one image. */
export const screen = {
  template_name: 'components',
  asset_base_url: 'assets',
  default_locale: 'en_US',
  components_localizations: { en_US: { t: 'assets/are not rewritten in texts' } },
  components_config: {
    base: {
      stack: { type: 'image', source: { light: { webp: 'assets/a b.png', width: 1, height: 1 } } },
    },
  },
};

/** A compiled workflow with one screen. */
export const body = {
  id: 'wf_a',
  display_name: 'A',
  initial_step_id: 's',
  steps: { s: { id: 's', type: 'screen', screen_id: 'sc' } },
  screens: { sc: screen },
};

/** The files of a project that can be served. */
export const goodFiles = {
  'offerings.json': {
    current_offering_id: 'default',
    offerings: [
      { identifier: 'default', description: '', packages: [], paywall_components: screen },
      { identifier: 'old', description: '', packages: [], paywall: { template_name: '1' } },
    ],
  },
  'workflows.json': {
    workflows: [{ id: 'wf_a', display_name: 'A', offering_id: 'none', prefetch: true, note: 1 }],
  },
  'workflows/wf_a.json': body,
  'assets/a b.png': 'png',
};

/** Contents by path; JSON is written out, undefined is left out. */
export type Files = Readonly<Record<string, unknown>>;

/** A folder that is there until the test is over. */
export const folderWith = (files: Files): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'project-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    const isWritten = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(path.join(folder, name), isWritten ? content : JSON.stringify(content, null, 2));
  }
  return folder;
};

/** The project of a folder with these files. */
export const load = (files: Files = goodFiles): ServedProject => {
  const loaded = loadProjectFolder(folderWith(files));
  if (!loaded.ok) throw new Error(loaded.problem.message);
  return loaded.project;
};

/** Why a good folder with these files instead cannot be used. */
export const problemOf = (files: Files): ProjectProblem =>
  problemIn(folderWith({ ...goodFiles, ...files }));

/** Why a folder cannot be used. */
export const problemIn = (folder: string): ProjectProblem => {
  const loaded = loadProjectFolder(folder);
  if (loaded.ok) throw new Error('it loaded');
  return loaded.problem;
};
