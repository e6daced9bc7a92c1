import { expect, it } from 'vitest';
import type { Desk } from '../../../../main/app/handlers.ts';
import { stageHandlers } from '../../../../main/app/stage/stage-handlers.ts';
import { done } from '../../../../shared/contract/outcome.ts';
import { defaultStage } from '../../../../shared/stage/set-up.ts';

const look = {
  device: 'iphone',
  isSideways: false,
  colorMode: 'light',
  locale: null,
  pseudo: null,
};

/** Only what is asked of it. */
const openDesk = () => {
  const taken: string[] = [];
  const projectOf = (name: string) => ({
    pictures: {
      take: () => {
        taken.push(name);
        return done(null);
      },
    },
  });
  let current = projectOf('first');
  const offerings = [{ identifier: 'default', description: '', packages: [] }];
  const desk = {
    projects: { current: () => current },
    shown: () => ({ contents: () => ({ offerings: { offerings } }), files: {}, now: () => 0 }),
    look: () => ({ read: () => defaultStage }),
  };
  const { takePictures } = stageHandlers(desk as unknown as Desk);
  return {
    taken,
    take: () =>
      takePictures({
        kind: 'default-paywall',
        id: 'default',
        bodyHash: null,
        offeringId: null,
        screenIds: [],
        looks: [look],
      } as Parameters<typeof takePictures>[0]),
    open: () => {
      current = projectOf('second');
    },
  };
};

it('takes pictures for the project that is open', async () => {
  const { taken, take } = openDesk();
  expect(await take()).toEqual({ ok: true, value: null });
  expect(taken).toEqual(['first']);
});

it('takes none where another project is opened meanwhile: they are not its own', async () => {
  const { taken, take, open } = openDesk();
  const taking = take();
  open();
  expect(await taking).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  expect(taken).toEqual([]);
});
