// The bundled backend in a process of its own, so that what it costs is not counted as the engine's.
import type { Backend } from '../../../backend/backend.ts';
import { createBackend } from '../../../backend/create-backend.ts';
import { createActivity } from '../../../clock/activity.ts';
import { realClock } from '../../../clock/clock.ts';
import { seededRandom } from '../../../clock/random.ts';
import { createFaultRegistry } from '../../../faults/registry.ts';
import type { BackendOrder } from './backend.ts';
import { projectOf } from './project.ts';

const tell = (message: object): void => void process.send?.(message);

const faults = createFaultRegistry();

let backend: Backend | null = null;

const open = async (order: Extract<BackendOrder, { kind: 'open' }>): Promise<void> => {
  const project = projectOf(order.plan);
  backend = await createBackend({
    project,
    clock: realClock,
    activity: createActivity(),
    faults,
    random: seededRandom(1),
  });
  // A workflow is compiled when it is first asked for: that would be measured with the first round.
  for (const { id } of order.plan.workflows) project.detail(id, backend.origins);
  tell({ origins: backend.origins });
};

const obey = async (order: BackendOrder): Promise<void> => {
  switch (order.kind) {
    case 'open':
      await open(order);
      return;
    case 'slow':
      faults.slow(order.target, { latencyMs: order.latencyMs, jitterMs: 0, bytesPerSecond: null });
      tell({ isDone: true });
      return;
    case 'hang':
      faults.fail({ target: order.target, kind: 'timeout' });
      tell({ isDone: true });
      return;
    case 'arrivals':
      tell({ count: backend?.record().arrivals.length ?? 0 });
  }
};

process.on('message', (order: BackendOrder) => void obey(order));
process.on('disconnect', () => process.exit());
