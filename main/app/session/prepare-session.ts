import { type Sizes, defaultSizes } from '../../../shared/limits.ts';
import type { Answering } from '../../backend/backend.ts';
import { type Activity, createActivity } from '../../clock/activity.ts';
import { seededRandom } from '../../clock/random.ts';
import { type FaultRegistry, createFaultRegistry } from '../../faults/registry.ts';
import type { Relay } from '../../relay/relay.ts';
import type { Disk, DiskSpace } from '../../store/disk.ts';
import { openDisk } from '../../store/open-disk.ts';
import { type EngineOptions, assembleEngine } from './assemble-engine.ts';
import type { Session, SessionProblem, SessionStart } from './session.ts';

/** What a session has before anybody answers it. */
export interface PreparedSession {
  readonly start: SessionStart;
  readonly activity: Activity;
  readonly faults: FaultRegistry;
  readonly disk: Disk;
  readonly space: DiskSpace;
}

type Prepared =
  | { readonly ok: true; readonly prepared: PreparedSession }
  | { readonly ok: false; readonly problem: SessionProblem };

const sizesOf = ({ settings }: SessionStart): Sizes => ({ ...defaultSizes, ...settings.sizes });

/** The caches on disk are filed by a hash of the key. */
export const prepareSession = (start: SessionStart, apiKey: string): Prepared => {
  const space: DiskSpace = { isFull: false };
  const { onDemandEntries: entries, onDemandBytes: bytes } = sizesOf(start);
  const opened = openDisk({
    folder: start.dataFolder,
    apiKey,
    space,
    onDemandCap: { entries, bytes },
  });
  if (!opened.ok) return { ok: false, problem: { code: 'data-folder', message: opened.problem } };
  const [activity, faults] = [createActivity(), createFaultRegistry()];
  return { ok: true, prepared: { start, activity, faults, disk: opened.disk, space } };
};

export interface AnsweredBy<Backend extends Answering> extends Pick<
  EngineOptions,
  'api' | 'idsOfFile'
> {
  readonly backend: Backend;
  readonly relay: Relay | null;
}

/** Puts an engine on who answers it. */
export const assembleSession = <Backend extends Answering>(
  { start, activity, faults, disk, space }: PreparedSession,
  { backend, relay, ...asked }: AnsweredBy<Backend>,
): Session & { readonly backend: Backend } => {
  const { clock, dataFolder, settings, rules, user, isForeground } = start;
  const { workflows, persistOnDemand } = settings;
  const { engine, timeline, files, close } = assembleEngine({
    clock,
    activity,
    faults,
    // Not the backend's: which of the two asks first must not decide what both are told.
    random: seededRandom(start.seed + 1),
    disk,
    space,
    dataFolder,
    sizes: sizesOf(start),
    settings: { workflows, persistOnDemand },
    ...asked,
    ...(relay === null ? {} : { relay: relay.door }),
    rules,
    user,
    isForeground,
  });
  return Object.freeze({
    engine,
    backend,
    relay,
    faults,
    activity,
    timeline,
    disk,
    space,
    files,
    close: async () => {
      await close();
      await backend.close();
    },
  });
};
