import type { RuleSet } from '../../../shared/policies.ts';
import type { Start } from '../../../shared/scenario/format.ts';
import type { ServedProject } from '../../backend/backend.ts';
import { realClock } from '../../clock/clock.ts';
import { createSteerableClock } from '../../clock/steerable-clock.ts';
import { openScenarioSession, startOfTime } from '../../scenario/run.ts';
import { type Stage, createStage } from '../../scenario/stage.ts';
import { makeTemporaryFolder } from '../../scenario/temporary-folder.ts';
import { type RunningSession, superviseSession } from '../session/run-session.ts';
import { shownSession } from '../shown.ts';
import type { GuestStand } from './guest.ts';

/** A session beside the person's own: as scenarios are played on, and shown as any other. */
export interface GuestSession extends GuestStand {
  readonly running: RunningSession;
  readonly stage: Stage;
}

export interface GuestPlan {
  readonly project: ServedProject;
  readonly start: Start;
  readonly rules: RuleSet;
  readonly onChange: () => void;
}

export type OpenedGuest =
  | { readonly ok: true; readonly guest: GuestSession }
  | { readonly ok: false; readonly message: string };

/** Opens one on an empty disk, at the time at which every scenario begins. */
export const openGuestSession = async ({ onChange, ...plan }: GuestPlan): Promise<OpenedGuest> => {
  const made = makeTemporaryFolder(false);
  if (!made.ok) return made;
  const { folder } = made;
  const clock = createSteerableClock(realClock, startOfTime);
  const opened = await openScenarioSession({ ...plan, dataFolder: folder.path, clock });
  if (!opened.ok) {
    folder.remove();
    return { ok: false, message: opened.problem.message };
  }
  const running = superviseSession(opened.session, clock, onChange);
  const stage = createStage(opened.session, clock);
  await stage.settle();
  return {
    ok: true,
    guest: Object.freeze({
      shown: shownSession(running),
      running,
      look: null,
      stage,
      close: () => running.close(),
      remove: () => folder.remove(),
    }),
  };
};

/** Of one that nobody was shown. */
export const discard = async (session: GuestSession): Promise<void> => {
  await session.close();
  session.remove();
};
