import type { Handlers } from '../../shared/contract/calls.ts';
import type { Settings } from '../../shared/contract/documents.ts';
import type { Layout } from '../../shared/contract/layout.ts';
import type { Outcome } from '../../shared/contract/outcome.ts';
import type { HostServices } from './app.ts';
import { appHandlers } from './app-handlers.ts';
import { clockHandlers } from './world/clock-handlers.ts';
import { faultHandlers } from './world/fault-handlers.ts';
import { inspectorHandlers } from './inspector/inspector-handlers.ts';
import type { GuestDesk } from './guest/guest-desk.ts';
import type { KeptValue } from './kept-value.ts';
import { liveHandlers } from './live/live-handlers.ts';
import type { Log } from './log.ts';
import type { PhoneDesk } from './phone/phone-desk.ts';
import { phoneHandlers } from './phone/phone-handlers.ts';
import type { Papers } from './stage/papers.ts';
import type { ProjectDesk } from './project/project-desk.ts';
import { projectHandlers } from './project/project-handlers.ts';
import type { Places } from './folder/places.ts';
import type { RunningSession } from './session/run-session.ts';
import { reportHandlers } from './report/report-handlers.ts';
import type { ScenarioDesk } from './scenario/scenario-desk.ts';
import { scenarioHandlers } from './scenario/scenario-handlers.ts';
import type { ScenarioLibrary } from './scenario/scenario-library.ts';
import type { Shown } from './shown.ts';
import type { Look } from './stage/look.ts';
import { stageHandlers } from './stage/stage-handlers.ts';
import { timelineHandlers } from './timeline/timeline-handlers.ts';
import { worldHandlers } from './world/world-handlers.ts';

/** What the calls of a window work on. */
export interface Desk {
  readonly places: Places;
  readonly services: HostServices;
  readonly log: Log;
  readonly scenarios: ScenarioDesk;
  readonly library: ScenarioLibrary;
  readonly guests: GuestDesk;
  readonly projects: ProjectDesk;
  /** How windows are laid out. */
  readonly layout: KeptValue<Layout>;
  readonly papers: Papers;
  readonly phone: PhoneDesk;
  /** The one that calls work on. */
  running(): RunningSession;
  /** What windows show: that session, or a report. */
  shown(): Shown;
  /** How paywalls are looked at. */
  look(): Look;
  /** Whom the windows list. */
  known(): readonly string[];
  settings(): Settings;
  /** Without a change: back to the defaults. Null: done. Otherwise why it could not be kept. */
  changeSettings(change?: Partial<Settings>): Promise<string | null>;
  wipe(): Promise<Outcome<null>>;
}

/** What the app does for each call of the contract. */
export const createHandlers = (desk: Desk): Handlers => ({
  ...worldHandlers(desk),
  ...faultHandlers(desk),
  ...clockHandlers(desk),
  ...stageHandlers(desk),
  ...scenarioHandlers(desk),
  ...timelineHandlers(desk),
  ...phoneHandlers(desk),
  ...inspectorHandlers(desk),
  ...reportHandlers(desk),
  ...projectHandlers(desk),
  ...liveHandlers(desk),
  ...appHandlers(desk),
});
