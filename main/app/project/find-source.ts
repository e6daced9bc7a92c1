import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createServedProject } from '../../backend/served-project.ts';
import { realClock } from '../../clock/clock.ts';
import { loadDemoProject } from '../../project/demo.ts';
import { openLiveFolder } from '../../project/live-folder.ts';
import { recogniseJson } from '../../project/recognise-json.ts';
import { watchFolder } from '../../project/watch-folder.ts';
import {
  type ProjectIdentity,
  demoIdentity,
  fileIdentity,
  folderIdentity,
} from './project-identity.ts';
import { type FoundSource, fixedSource } from './project-source.ts';

/** The project that comes with the app. */
export const demoSource = () => fixedSource(demoIdentity, loadDemoProject());

/** The folder as a project that is followed, or why it is none; `isForced`: it once was one. */
export const folderSource = async (folderPath: string, isForced = false): Promise<FoundSource> => {
  const folder = path.resolve(folderPath);
  const watch = watchFolder(realClock);
  const opened = await openLiveFolder({ folder, watch, clock: realClock, nextTurn, isForced });
  if (!opened.ok) return { ok: false, message: opened.problem.message };
  const { live } = opened;
  return {
    ok: true,
    source: Object.freeze({
      ...live,
      identity: folderIdentity(folder),
      answers: { kind: 'served' as const, project: live.project },
    }),
  };
};

/** A JSON file by itself, or why it is of no use. */
export const jsonSource = (name: string, text: string): FoundSource => {
  const recognised = recogniseJson(name, text);
  if (!recognised.ok) return { ok: false, message: recognised.problem.message };
  const project = createServedProject(recognised.source);
  return { ok: true, source: fixedSource(fileIdentity(name), project) };
};

/** What a project that was open before is opened from again. */
export const findSource = async (
  identity: ProjectIdentity,
  isForced = false,
): Promise<FoundSource> => {
  const { kind, folder, name } = identity;
  if (kind === 'demo') return { ok: true, source: demoSource() };
  if (kind === 'folder' && folder !== null) return folderSource(folder, isForced);
  return { ok: false, message: `The project ${name} cannot be opened any more.` };
};
