import { appUserId } from '../../shared/model/ids.ts';
import type { PlainStep, StepInputs, StepName } from '../../shared/scenario/format.ts';
import { damage } from './damage.ts';
import type { Finding } from './finding.ts';
import type { Stage } from './stage.ts';

type ActName = Exclude<StepName, 'expect'>;

/** What a step does; a finding where there was nothing that it could be done to. */
type Act<Name extends ActName> = (
  stage: Stage,
  input: StepInputs[Name],
) => undefined | Finding | Promise<undefined>;

const setForeground = ({ session }: Stage, isForeground: boolean): undefined => {
  session.engine.setForeground(isForeground);
};

const setOnline = ({ session }: Stage, isOnline: boolean): undefined => {
  session.faults.setOnline(isOnline);
};

const setFull = ({ session }: Stage, isFull: boolean): undefined => {
  session.space.isFull = isFull;
};

const corrupt: Act<'corrupt'> = ({ session }, input) => {
  if (damage(session, input) > 0) return undefined;
  const subject = input.id === undefined ? input.what : `${input.what} ${input.id}`;
  return {
    what: `corrupt ${subject}`,
    expected: 'a copy on disk to damage',
    seen: 'none',
    holds: false,
  };
};

const mark: Act<'mark'> = (stage) => {
  stage.session.backend.mark();
  stage.markedAt = stage.session.timeline.nextId();
};

/** Requests that a call just issued take no time on this clock: they end before it moves. */
const advance: Act<'advance'> = async (stage, ms) => {
  await stage.settle();
  await stage.clock.advance(ms, () => stage.settle());
  return undefined;
};

const acts: { readonly [Name in ActName]: Act<Name> } = {
  'get-offerings': ({ calls }, { as }) => {
    calls.getOfferings(as);
  },
  'get-list': ({ calls }, { as, force }) => {
    calls.getList(as, force);
  },
  'get-workflow': ({ calls }, { as, id }) => {
    calls.getWorkflow(as, id);
  },
  'log-in': ({ session }, user) => {
    session.engine.logIn(appUserId(user));
  },
  'log-out': ({ session }) => {
    session.engine.logOut();
  },
  'switch-user': ({ session }, user) => {
    session.engine.switchUser(appUserId(user));
  },
  alias: ({ session }, user) => {
    session.engine.alias(appUserId(user));
  },
  foreground: (stage) => setForeground(stage, true),
  background: (stage) => setForeground(stage, false),
  advance,
  'cold-start': ({ session }) => {
    session.engine.coldStart();
  },
  offline: (stage) => setOnline(stage, false),
  online: (stage) => setOnline(stage, true),
  fail: ({ session }, rule) => {
    session.faults.fail(rule);
  },
  heal: ({ session }, target) => {
    session.faults.heal(target ?? undefined);
  },
  slow: ({ session }, { target, pace }) => {
    session.faults.slow(target, pace);
  },
  hold: ({ session }, target) => {
    session.faults.hold(target);
  },
  release: ({ session }, target) => {
    session.faults.release(target ?? undefined);
  },
  change: ({ session }, change) => {
    session.backend.project.change(change);
  },
  corrupt,
  'fill-disk': (stage) => setFull(stage, true),
  'free-disk': (stage) => setFull(stage, false),
  settle: () => undefined,
  mark,
};

/** Does what a step says, and does not wait for what it sets off. */
export const act = (
  stage: Stage,
  { name, input }: Exclude<PlainStep, { name: 'expect' }>,
): undefined | Finding | Promise<undefined> => {
  // The table pairs names and inputs; the compiler cannot follow one name through it.
  const run = acts[name] as (stage: Stage, input: unknown) => ReturnType<Act<ActName>>;
  return run(stage, input);
};
