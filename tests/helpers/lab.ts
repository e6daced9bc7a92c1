import { onTestFinished } from 'vitest';
import { openSession } from '../../main/app/session/open-session.ts';
import type { ServedSession, SessionSettings } from '../../main/app/session/session.ts';
import type { ServedProject } from '../../main/backend/backend.ts';
import { createGeneratedProject } from '../../main/backend/generated-project.ts';
import { createVirtualClock } from '../../main/clock/virtual-clock.ts';
import { appUserId } from '../../shared/model/ids.ts';
import type { RuleSet } from '../../shared/policies.ts';
import type { OfferingSpec, WorkflowSpec } from '../../shared/scenario/project-spec.ts';
import type { TimelineEvent } from '../../shared/timeline.ts';
import { offering, workflow } from './specs.ts';
import { temporaryFolder } from './temp-folder.ts';

export interface LabOptions {
  readonly rules?: RuleSet;
  readonly user?: string;
  readonly offerings?: readonly (Partial<OfferingSpec> & { readonly id: string })[];
  readonly workflows?: readonly (Partial<WorkflowSpec> & { readonly id: string })[];
  readonly settings?: Partial<SessionSettings>;
  readonly isForeground?: boolean;
  readonly dataFolder?: string;
  /** Serves something else than the project says, which no scenario can. */
  readonly serve?: (project: ServedProject) => ServedProject;
}

/** A session on a virtual clock, with the handles that tests turn. */
export interface Lab extends ServedSession {
  /** Waits until nothing runs but what is held, hanging or waiting for the clock. */
  settle(): Promise<void>;
  /** Moves the clock and settles. */
  advance(ms: number): Promise<void>;
  /** The time of its clock. */
  now(): number;
  /** How many requests reached the backend: `offerings`, `list`, `detail`, `detail wf_a`, … */
  requests(what: string): number;
  /** The events so far, as `type` or `type id`. */
  events(from?: number): readonly string[];
  find(type: TimelineEvent['type'], id?: string): TimelineEvent | undefined;
  readonly dataFolder: string;
}

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;

/** Two offerings, two prefetched workflows: one inline, one over the CDN. */
const standardProject = {
  offerings: [{ id: 'default', current: true }, { id: 'sale' }],
  workflows: [
    { id: 'wf_a', offering: 'default', prefetch: true },
    { id: 'wf_b', offering: 'sale', prefetch: true, delivery: 'cdn' as const },
  ],
};

const describeEvent = ({ type, id }: TimelineEvent): string =>
  id === undefined ? type : `${type} ${id}`;

/** Opens a session with its real backend, client and store; it is closed when the test is over. */
export const openLab = async (options: LabOptions = {}): Promise<Lab> => {
  const clock = createVirtualClock(Date.UTC(2026, 5, 15, 12));
  const dataFolder = options.dataFolder ?? temporaryFolder();
  const project = createGeneratedProject({
    offerings: (options.offerings ?? standardProject.offerings).map(offering),
    workflows: (options.workflows ?? standardProject.workflows).map(workflow),
  });
  const opened = await openSession({
    project: options.serve?.(project) ?? project,
    dataFolder,
    rules: options.rules ?? 'recommended',
    user: appUserId(options.user ?? 'ana'),
    isForeground: options.isForeground ?? true,
    settings: { persistOnDemand: false, fallbackHost: false, workflows: true, ...options.settings },
    clock,
    seed: 1,
  });
  if (!opened.ok) throw new Error(opened.problem.message);
  const { session } = opened;
  onTestFinished(() => session.close());

  const settle = async (): Promise<void> => {
    await session.backend.settled();
    await session.activity.idle();
  };
  return {
    ...session,
    dataFolder,
    settle,
    advance: async (ms) => {
      await clock.advance(ms, settle);
      await settle();
    },
    now: () => clock.now(),
    requests: (what) => {
      const [scope, id] = what.split(' ');
      return session.backend
        .record()
        .arrivals.filter(
          (arrival) => arrival.scope === scope && (id === undefined || arrival.id === id),
        ).length;
    },
    events: (from = 1) => session.timeline.since(from).map(describeEvent),
    find: (type, id) =>
      session.timeline
        .since(1)
        .findLast((event) => event.type === type && (id === undefined || event.id === id)),
  };
};
