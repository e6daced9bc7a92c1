import type { Handlers } from '../../../shared/contract/calls.ts';
import { type Outcome, done } from '../../../shared/contract/outcome.ts';
import type { FaultRegistry } from '../../faults/registry.ts';
import type { Desk } from '../handlers.ts';

/** What a window may break on purpose, and mend. */
export const faultHandlers = (desk: Pick<Desk, 'running'>) => {
  const withFaults = (act: (faults: FaultRegistry) => void): Outcome<null> => {
    act(desk.running().session.faults);
    return done(null);
  };

  return {
    setOnline: ({ isOnline }) => withFaults((faults) => faults.setOnline(isOnline)),
    fail: (rule) => withFaults((faults) => faults.fail(rule)),
    slow: ({ target, pace }) => withFaults((faults) => faults.slow(target, pace)),
    hold: ({ target }) => withFaults((faults) => faults.hold(target)),
    release: ({ target }) => withFaults((faults) => faults.release(target ?? undefined)),
    releaseRequest: ({ request }) => withFaults((faults) => faults.letGo(request)),
    endFault: ({ fault }) => withFaults((faults) => faults.end(fault)),
    heal: ({ target }) => withFaults((faults) => faults.heal(target ?? undefined)),
    setDiskFull: ({ isFull }) => {
      desk.running().setDiskFull(isFull);
      return done(null);
    },
    healEverything: () => {
      desk.running().setDiskFull(false);
      return withFaults((faults) => {
        faults.setOnline(true);
        faults.heal();
        // Last: what waits is answered as by a backend that is well.
        faults.release();
      });
    },
  } satisfies Partial<Handlers>;
};
