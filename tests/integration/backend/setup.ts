import type { Backend } from '../../../main/backend/backend.ts';
import { createBackend } from '../../../main/backend/create-backend.ts';
import { createGeneratedProject } from '../../../main/backend/generated-project.ts';
import { type Activity, createActivity } from '../../../main/clock/activity.ts';
import { seededRandom } from '../../../main/clock/random.ts';
import { type VirtualClock, createVirtualClock } from '../../../main/clock/virtual-clock.ts';
import { type FaultRegistry, createFaultRegistry } from '../../../main/faults/registry.ts';
import { onTestFinished } from 'vitest';
import { projectSpec } from '../../helpers/specs.ts';

export interface World {
  readonly backend: Backend;
  readonly faults: FaultRegistry;
  readonly clock: VirtualClock;
  readonly activity: Activity;
}

export const startOfTime = 1_700_000_000_000;

/** A backend on ports of its own, closed when the test is over. */
export const openWorld = async (): Promise<World> => {
  const faults = createFaultRegistry();
  const clock = createVirtualClock(startOfTime);
  const activity = createActivity();
  const backend = await createBackend({
    project: createGeneratedProject(projectSpec),
    clock,
    activity,
    faults,
    random: seededRandom(1),
  });
  onTestFinished(() => backend.close());
  return { backend, faults, clock, activity };
};

export const offeringsPath = '/v1/subscribers/ana/offerings';
export const listPath = '/v1/subscribers/ana/workflows?type=paywall';
export const detailPath = (id: string): string =>
  `/v1/subscribers/ana/workflows/${encodeURIComponent(id)}`;

/** The path of the CDN body that a detail's envelope points to. */
export const bodyPath = ({ backend }: World, id: string): string => {
  const envelope = JSON.parse(backend.project.detail(id, backend.origins) ?? '{}') as {
    url: string;
  };
  return envelope.url.slice(backend.origins.cdn.length);
};
