import { type AssembledEngine, assembleEngine } from '../../../app/session/assemble-engine.ts';
import { createActivity } from '../../../clock/activity.ts';
import { type Clock, realClock } from '../../../clock/clock.ts';
import { seededRandom } from '../../../clock/random.ts';
import { createFaultRegistry } from '../../../faults/registry.ts';
import type { Disk } from '../../../store/disk.ts';
import { openDisk } from '../../../store/open-disk.ts';
import { defaultSizes } from '../../../../shared/limits.ts';
import { appUserId } from '../../../../shared/model/ids.ts';

/** The app's engine, without its backend. */
export interface OpenedEngine extends AssembledEngine {
  readonly disk: Disk;
}

export interface EngineSettings {
  /** Its data folder. */
  readonly folder: string;
  /** Where the backend is; nobody need listen there. */
  readonly api: string;
  readonly clock?: Clock;
  /** How many the ring holds. */
  readonly timelineEvents?: number;
}

/** The user who is current at first. */
export const firstUser = appUserId('ana');

const openDiskIn = (folder: string): Disk => {
  const { onDemandEntries: entries, onDemandBytes: bytes } = defaultSizes;
  const opened = openDisk({
    folder,
    apiKey: 'bench',
    space: { isFull: false },
    onDemandCap: { entries, bytes },
  });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.disk;
};

/** Opens an engine under the recommended rules, with an empty memory. */
export const openEngine = (settings: EngineSettings): OpenedEngine => {
  const { folder, api, clock = realClock } = settings;
  const { timelineEvents = defaultSizes.timelineEvents } = settings;
  const disk = openDiskIn(folder);
  const assembled = assembleEngine({
    clock,
    activity: createActivity(),
    faults: createFaultRegistry(),
    random: seededRandom(1),
    disk,
    space: { isFull: false },
    dataFolder: folder,
    sizes: { ...defaultSizes, timelineEvents },
    settings: { workflows: true, persistOnDemand: false },
    api: { baseUrl: api, fallbackBaseUrl: null, apiKey: 'bench' },
    user: firstUser,
    rules: 'recommended',
    isForeground: true,
  });
  return Object.freeze({ ...assembled, disk });
};
