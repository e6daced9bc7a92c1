import type { Handlers } from '../../../shared/contract/calls.ts';
import { done, doneUnless, problem } from '../../../shared/contract/outcome.ts';
import type { Desk } from '../handlers.ts';

/** What a window may do with phones. */
export const phoneHandlers = ({ phone }: Pick<Desk, 'phone'>) =>
  ({
    servePhone: async ({ port, reach, isWarned }) =>
      reach === 'network' && !isWarned
        ? problem(
            'refused',
            'Others in the network could see the project then. Confirm that first, or serve this machine only.',
          )
        : doneUnless('system', await phone.serve({ port, reach })),
    stopPhone: async () => {
      await phone.stop();
      return done(null);
    },
  }) satisfies Partial<Handlers>;
