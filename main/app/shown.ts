import type { DiskState } from '../../shared/contract/disk.ts';
import { workflowId } from '../../shared/model/ids.ts';
import type { FileStore } from '../cdn/file-cache.ts';
import type { CacheContents } from '../engine/engine.ts';
import type { Timeline } from '../engine/timeline.ts';
import { diskStateOf, workflowOnDisk } from './inspector/disk-state.ts';
import type { RunningSession } from './session/run-session.ts';
import { type SessionView, viewOf } from './view.ts';

/** What windows look at: a session that runs, or a report of one. */
export interface Shown {
  view(knownUsers: readonly string[]): SessionView;
  readonly timeline: Pick<Timeline, 'since' | 'nextId'>;
  readonly files: Pick<FileStore, 'nameOf' | 'has' | 'open'>;
  contents(): CacheContents;
  /** With a workflow, where one is named. */
  disk(workflow: string | null): DiskState;
  /** Of one workflow alone: there may be thousands to ask for. */
  workflowOnDisk(id: string): NonNullable<DiskState['workflow']>;
  /** What its clock shows. */
  now(): number;
}

/** A session as windows look at it. */
export const shownSession = (
  running: Pick<RunningSession, 'session' | 'watch' | 'clock'>,
): Shown => {
  const { session, clock } = running;
  const { timeline, files, engine } = session;
  return Object.freeze({
    view: (knownUsers: readonly string[]) => viewOf(running, knownUsers),
    timeline,
    files,
    contents: () => engine.contents(),
    disk: (workflow: string | null) => diskStateOf(session, workflow),
    workflowOnDisk: (id: string) =>
      workflowOnDisk(session, id, engine.contents().copy(workflowId(id))),
    now: () => clock.now(),
  });
};
