import type { Sizes } from '../../../shared/limits.ts';
import type { RuleSet } from '../../../shared/policies.ts';
import type { AppUserId } from '../../../shared/model/ids.ts';
import type { Activity } from '../../clock/activity.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Answering, Backend, ServedProject } from '../../backend/backend.ts';
import type { LiveSettings } from '../../../shared/contract/live.ts';
import type { Trust } from '../../http/connections.ts';
import type { Relay } from '../../relay/relay.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Timeline } from '../../engine/timeline.ts';
import type { FaultRegistry } from '../../faults/registry.ts';
import type { Disk, DiskSpace } from '../../store/disk.ts';
import type { FileStore } from '../../cdn/file-cache.ts';

export interface SessionSettings {
  readonly persistOnDemand: boolean;
  /** The backend answers on a second port as the fallback host. */
  readonly fallbackHost: boolean;
  /** False: the workflow endpoint is switched off. */
  readonly workflows: boolean;
  /** Those left out are as `defaultSizes` says. */
  readonly sizes?: Partial<Sizes>;
}

/** The bundled backend answers. */
export interface ServedSource {
  readonly kind: 'served';
  readonly project: ServedProject;
}

/** RevenueCat itself answers, through the relay. */
export interface LiveSource {
  readonly kind: 'live';
  readonly live: LiveSettings;
  /** Null: there is none any more. */
  readonly apiKey: string | null;
  readonly trust?: Trust;
}

/** Who answers a session. */
export type SessionSource = ServedSource | LiveSource;

/** How a session begins, whoever answers. */
export interface SessionStart {
  /** Absolute; made if it is not there. */
  readonly dataFolder: string;
  readonly rules: RuleSet;
  readonly user: AppUserId;
  readonly isForeground: boolean;
  readonly settings: SessionSettings;
  readonly clock: Clock;
  readonly seed: number;
}

export interface SessionOptions extends SessionStart {
  readonly project: ServedProject;
}

/** One engine with who answers it, and everything that people steer. */
export interface Session {
  readonly engine: Engine;
  readonly backend: Answering;
  /** Between the engine and real hosts; null: the bundled backend answers. */
  readonly relay: Relay | null;
  readonly faults: FaultRegistry;
  readonly activity: Activity;
  readonly timeline: Timeline;
  readonly disk: Disk;
  readonly space: DiskSpace;
  readonly files: FileStore;
  /** Ends requests, listeners and timers; what is on disk stays. */
  close(): Promise<void>;
}

/** The bundled backend answers it. */
export interface ServedSession extends Session {
  readonly backend: Backend;
}

/** Why a session cannot start, in one sentence for a person. */
export interface SessionProblem {
  readonly code: 'port' | 'data-folder';
  readonly message: string;
}

export type OpenedSession<Opened extends Session = ServedSession> =
  | { readonly ok: true; readonly session: Opened }
  | { readonly ok: false; readonly problem: SessionProblem };
