import type { Handlers } from '../../../shared/contract/calls.ts';
import { done } from '../../../shared/contract/outcome.ts';
import type { Desk } from '../handlers.ts';

/** What a window may do with the time. */
export const clockHandlers = (desk: Pick<Desk, 'running'>) =>
  ({
    setClock: ({ kind }) => {
      const { clock } = desk.running();
      if (kind === 'real') clock.run();
      else clock.stop();
      return done(null);
    },
    moveClock: async (move) => {
      await desk.running().moveClock(move);
      return done(null);
    },
  }) satisfies Partial<Handlers>;
