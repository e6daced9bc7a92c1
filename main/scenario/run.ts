import { appUserId } from '../../shared/model/ids.ts';
import type { RuleSet } from '../../shared/policies.ts';
import type { Start } from '../../shared/scenario/format.ts';
import type { TimelineEvent } from '../../shared/timeline.ts';
import { openSession } from '../app/session/open-session.ts';
import type { OpenedSession } from '../app/session/session.ts';
import type { Clock } from '../clock/clock.ts';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import type { LoadedScenario } from './load.ts';
import { type PlayOptions, type Played, playScenario } from './play.ts';
import { createStage } from './stage.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** When every scenario begins. */
export const startOfTime = Date.UTC(2026, 5, 15, 12);
const seed = 1;

/** How a scenario is run, beyond what its file says. */
export interface RunOptions extends PlayOptions {
  readonly rules: RuleSet;
  /** A signal ends the run together with the process; otherwise signals are not its business. */
  readonly hasProcess?: boolean;
}

export type RunResult =
  | ({ readonly ok: true; readonly timeline: readonly TimelineEvent[] } & Played)
  /** It could not even begin. */
  | { readonly ok: false; readonly message: string };

/** What a session of a scenario is made of, wherever it is shown. */
export interface SessionPlan extends Pick<LoadedScenario, 'project'> {
  readonly start: Start;
  readonly rules: RuleSet;
  /** Empty. */
  readonly dataFolder: string;
  /** Stands at `startOfTime`. */
  readonly clock: Clock;
}

/** Opens the session that a scenario is played on. */
export const openScenarioSession = ({
  project,
  start: { user, foreground, settings },
  rules,
  dataFolder,
  clock,
}: SessionPlan): Promise<OpenedSession> =>
  openSession({
    project,
    dataFolder,
    rules,
    user: appUserId(user),
    isForeground: foreground,
    settings,
    clock,
    seed,
  });

const runIn = async (
  dataFolder: string,
  loaded: LoadedScenario,
  options: RunOptions,
): Promise<RunResult> => {
  const clock = createVirtualClock(startOfTime);
  const { project, scenario } = loaded;
  const { rules } = options;
  const plan = { project, start: scenario.start, rules, dataFolder, clock };
  const opened = await openScenarioSession(plan);
  if (!opened.ok) return { ok: false, message: opened.problem.message };
  const { session } = opened;
  try {
    const stage = createStage(session, clock);
    await stage.settle();
    const played = await playScenario(stage, loaded.scenario, options);
    return { ok: true, ...played, timeline: session.timeline.since(1) };
  } finally {
    await session.close();
  }
};

/** Plays a scenario on an engine and a backend of its own, with an empty disk and its own clock. */
export const runScenario = async (
  loaded: LoadedScenario,
  options: RunOptions,
): Promise<RunResult> => {
  const made = makeTemporaryFolder(options.hasProcess === true);
  if (!made.ok) return made;
  try {
    return await runIn(made.folder.path, loaded, options);
  } finally {
    made.folder.remove();
  }
};
