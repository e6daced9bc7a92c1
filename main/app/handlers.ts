import type { Handlers } from '../../shared/contract/calls.ts';
import type { Settings } from '../../shared/contract/documents.ts';
import type { Layout } from '../../shared/contract/layout.ts';
import type { AppUserId } from '../../shared/model/ids.ts';
import type { RuleSet } from '../../shared/policies.ts';
import type { StageSetUp } from '../../shared/stage/set-up.ts';
import type { HostServices } from './app.ts';
import { appHandlers } from './app-handlers.ts';
import { clockHandlers } from './world/clock-handlers.ts';
import { faultHandlers } from './world/fault-handlers.ts';
import { inspectorHandlers } from './inspector/inspector-handlers.ts';
import type { GuestDesk } from './guest/guest-desk.ts';
import type { RecordingStart } from './guest/recording.ts';
import type { KeptValue } from './kept-value.ts';
import type { Log } from './log.ts';
import type { Papers } from './stage/papers.ts';
import type { PictureDesk } from './pictures/picture-desk.ts';
import type { Places } from './folder/places.ts';
import type { RunningSession } from './session/run-session.ts';
import type { ScenarioDesk } from './scenario/scenario-desk.ts';
import { scenarioHandlers } from './scenario/scenario-handlers.ts';
import type { ScenarioLibrary } from './scenario/scenario-library.ts';
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
  /** How windows are laid out. */
  readonly layout: KeptValue<Layout>;
  /** How paywalls are looked at. */
  readonly stage: KeptValue<StageSetUp>;
  readonly papers: Papers;
  readonly pictures: PictureDesk;
  /** The one that windows show. */
  running(): RunningSession;
  /** What a recording begins with, as it is set up now. */
  recordingStart(): RecordingStart;
  /** The engine has another user now, or other rules: that is there again after a restart. */
  remember(change: { readonly user?: AppUserId; readonly rules?: RuleSet }): void;
  /** Without a change: back to the defaults. Null: done. Otherwise why it could not be kept. */
  changeSettings(change?: Partial<Settings>): Promise<string | null>;
  wipe(): Promise<string | null>;
}

/** What the app does for each call of the contract. */
export const createHandlers = (desk: Desk): Handlers => ({
  ...worldHandlers(desk),
  ...faultHandlers(desk),
  ...clockHandlers(desk),
  ...stageHandlers(desk),
  ...scenarioHandlers(desk),
  ...timelineHandlers(desk),
  ...inspectorHandlers(desk),
  ...appHandlers(desk),
});
