// A session that does everything that writes to disk, at random, until it is killed.
import { watch, untouched } from '../../helpers/watched-fs.ts';

const { createInterface } = await import('node:readline');
const { openSession } = await import('../../../main/app/session/open-session.ts');
const { createGeneratedProject } = await import('../../../main/backend/generated-project.ts');
const { realClock } = await import('../../../main/clock/clock.ts');
const { seededRandom } = await import('../../../main/clock/random.ts');
const { setImmediate: nextTurn } = await import('node:timers/promises');
const { appUserId } = await import('../../../shared/model/ids.ts');
const { defaultSizes } = await import('../../../shared/limits.ts');
const { offering, workflow } = await import('../../helpers/specs.ts');
const { workflowIds } = await import('./protocol.ts');
const { flushCompileCache } = await import('node:module');

// Node would write it when the process ends, which this one never does by itself.
flushCompileCache();

type Assignment = import('./protocol.ts').Assignment;
type Report = import('./protocol.ts').Report;
type Session = import('../../../main/app/session/session.ts').ServedSession;
type TimelineEvent = import('../../../shared/timeline.ts').TimelineEvent;

const pipe = 3;

/** In this very step: what is said has happened, and what has happened is said. */
const say = (report: Report): void => {
  untouched.writeSync(pipe, `${JSON.stringify(report)}\n`);
};

const project = () =>
  createGeneratedProject({
    offerings: workflowIds.map((id) => offering({ id: `of_${id}` })),
    workflows: workflowIds.map((id, index) =>
      workflow({
        id,
        offering: `of_${id}`,
        prefetch: index % 6 !== 5,
        delivery: index % 3 === 0 ? 'inline' : 'cdn',
        assets: index % 4 === 1 ? 2 : 0,
        bytes: 3_000 + 1_500 * (index % 7),
      }),
    ),
  });

const reportPersisted = ({ disk }: Session, event: TimelineEvent): void => {
  const { subject, id = '', storedAt } = event;
  // What was prefetched once stays so, whoever it was fetched for since.
  const kept = disk.isPrefetched(id) ? 'prefetched' : 'on-demand';
  const what = subject === 'offerings' || subject === 'list' ? subject : kept;
  say({ said: 'persisted', what, id, storedAt: storedAt ?? 0 });
};

/** How many calls of the file system are left to it. */
let callsLeft = Infinity;

const live = async (session: Session, assignment: Assignment): Promise<void> => {
  const { diesInChange, diesAtCall } = assignment;
  const random = seededRandom(assignment.seed);
  const { engine, backend, faults } = session;
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('There is nothing to pick from.');
    return value;
  };
  let revision = 1;

  const become = (user: string | null): void => {
    say({ said: 'becoming', user: user === null ? null : appUserId(user) });
    if (diesInChange) callsLeft = diesAtCall ?? Infinity;
    if (user === null) engine.logOut();
    else pick([() => engine.logIn(appUserId(user)), () => engine.alias(appUserId(user))])();
    say({ said: 'became', user: engine.user() });
  };

  const publish = (): void => {
    revision += 1;
    for (const id of workflowIds)
      if (random() < 0.4) backend.project.change({ kind: 'workflow', id, to: { revision } });
  };

  const flip = (): void => {
    for (const id of workflowIds)
      if (random() < 0.2)
        backend.project.change({ kind: 'workflow', id, to: { prefetch: random() < 0.6 } });
  };

  const actions: readonly (() => unknown)[] = [
    () => engine.getOfferings(),
    () => engine.getWorkflowsList({ force: true }),
    () => engine.getWorkflowsList({ force: true }),
    () => engine.getWorkflow(pick(workflowIds)),
    () => engine.getWorkflow(pick(workflowIds)),
    () => Promise.all(workflowIds.slice(0, 6).map((id) => engine.getWorkflow(id))),
    publish,
    publish,
    flip,
    () => {
      if (random() < 0.3) become(pick(['ana', 'ben', 'cem', null]));
    },
    () => {
      if (random() < 0.3) engine.coldStart();
    },
    () => {
      faults.fail({ target: { what: 'detail' }, kind: 503, times: 2 });
    },
    () => {
      faults.fail({ target: { what: 'cdn' }, kind: 'wrong-hash', times: 1 });
    },
  ];

  const first = engine.getOfferings();
  if (diesInChange) {
    await first;
    become('dan');
  }
  for (;;) {
    // A call of a life that has ended stays open for ever: nobody waits for one.
    void pick(actions)();
    const turns = Math.floor(random() * random() * 60);
    for (let turn = 0; turn <= turns; turn += 1) await nextTurn();
  }
};

const run = async (assignment: Assignment): Promise<void> => {
  const { folder, seed, user, rules, fileCacheBytes, diesAtCall, diesInChange } = assignment;
  if (!diesInChange) callsLeft = diesAtCall ?? Infinity;
  watch.before = () => {
    callsLeft -= 1;
    if (callsLeft === 0) process.kill(process.pid, 'SIGKILL');
  };
  const opened = await openSession({
    project: project(),
    dataFolder: folder,
    rules,
    user,
    isForeground: true,
    settings: {
      persistOnDemand: true,
      fallbackHost: false,
      workflows: true,
      sizes: { ...defaultSizes, fileCacheBytes },
    },
    clock: realClock,
    seed,
  });
  if (!opened.ok) throw new Error(opened.problem.message);
  const { session } = opened;
  session.timeline.onEvent((event) => {
    if (event.type === 'persisted') reportPersisted(session, event);
  });
  say({ said: 'opened' });
  await live(session, assignment);
};

for await (const line of createInterface({ input: process.stdin })) {
  // Its own tests wrote it.
  void run(JSON.parse(line) as Assignment);
}
