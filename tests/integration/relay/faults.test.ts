import { describe, expect, it } from 'vitest';
import type { Session } from '../../../main/app/session/session.ts';
import {
  type FaultKind,
  connectFaults,
  faultScopes,
  socketFaults,
} from '../../../shared/faults.ts';
import { openLab } from '../../helpers/lab.ts';
import { openLiveLab } from '../../helpers/live-lab.ts';
import { placeless, shapeOf } from './shape.ts';

interface World extends Session {
  settle(): Promise<void>;
  advance(ms: number): Promise<void>;
}

/**
 * A first launch with something broken, each question long enough for every limit, and then the same
 * with everything well. One after the other: which of two answers comes first is the network's.
 */
const launch = async (world: World, breakIt: (world: World) => void) => {
  const { engine, faults, settle, advance, timeline } = world;
  const questions = [
    () => engine.getOfferings(),
    () => engine.getWorkflow('wf_a'),
    () => engine.getWorkflow('wf_b'),
  ];
  const outcomes: unknown[] = [];
  const askAll = async (): Promise<void> => {
    for (const question of questions) {
      const asked = question();
      await settle();
      await advance(61_000);
      await advance(61_000);
      const answer = await asked;
      outcomes.push(
        answer.status === 'ok'
          ? `ok ${answer.source} ${answer.freshness}`
          : placeless(answer.error),
      );
    }
  };
  breakIt(world);
  await askAll();
  faults.heal();
  faults.release();
  await settle();
  await askAll();
  return { outcomes, shape: shapeOf(timeline) };
};

const compare = async (breakIt: (world: World) => void) => ({
  live: await launch(await openLiveLab(), breakIt),
  served: await launch(await openLab(), breakIt),
});

const kinds: readonly FaultKind[] = [...connectFaults, ...socketFaults, 404, 429, 503];

describe.each(kinds)('%s', (kind) => {
  it.each(faultScopes)('for %s is to the engine what it is without a relay', async (what) => {
    const { live, served } = await compare(({ faults }) => faults.fail({ target: { what }, kind }));
    expect(live).toEqual(served);
  });
});

describe('what is aimed', () => {
  it.each(['503', 'truncated', 'refused'] as const)(
    'at one workflow hits it alone: %s',
    async (name) => {
      const kind = name === '503' ? 503 : name;
      const { live, served } = await compare(({ faults }) =>
        faults.fail({ target: { what: 'all', id: 'wf_b' }, kind }),
      );
      expect(live).toEqual(served);
    },
  );

  it('at so many requests is over after them', async () => {
    const { live, served } = await compare(({ faults }) =>
      faults.fail({ target: { what: 'offerings' }, kind: 503, times: 1 }),
    );
    expect(live).toEqual(served);
  });
});

describe('pace and holds', () => {
  it('are those of the app’s clock', async () => {
    const pace = { latencyMs: 2_000, jitterMs: 500, bytesPerSecond: 400 };
    const { live, served } = await compare(({ faults }) => faults.slow({ what: 'all' }, pace));
    expect(live.outcomes).toEqual(served.outcomes);
  });

  it.each(['offerings', 'detail', 'cdn'] as const)('hold %s until released', async (what) => {
    const { live, served } = await compare(({ faults }) => faults.hold({ what }));
    expect(live).toEqual(served);
  });

  it('lists what waits, and lets one go by hand', async () => {
    const { engine, faults, settle } = await openLiveLab();
    faults.hold({ what: 'offerings' });
    const asked = engine.getOfferings();
    await settle();
    const [held] = faults.waiting();
    expect(held?.subject.scope).toBe('offerings');
    faults.letGo(held?.id ?? 0);
    expect(await asked).toMatchObject({ status: 'ok' });
  });
});
