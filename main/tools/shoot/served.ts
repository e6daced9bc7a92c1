import type { Backend, ServedProject } from '../../backend/backend.ts';
import { createBackend } from '../../backend/create-backend.ts';
import { createActivity } from '../../clock/activity.ts';
import { realClock } from '../../clock/clock.ts';
import { seededRandom } from '../../clock/random.ts';
import { createFaultRegistry } from '../../faults/registry.ts';

/** Starts the bundled backend with nothing broken. */
export const serve = (project: ServedProject): Promise<Backend> =>
  createBackend({
    project,
    clock: realClock,
    activity: createActivity(),
    faults: createFaultRegistry(),
    random: seededRandom(1),
  });
