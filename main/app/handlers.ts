import type { Answer } from '../../shared/answers.ts';
import type { AnswerSummary, Handlers } from '../../shared/contract/calls.ts';
import type { Settings } from '../../shared/contract/documents.ts';
import { type Outcome, done, problem } from '../../shared/contract/outcome.ts';
import { type AppUserId, appUserId, workflowId } from '../../shared/model/ids.ts';
import type { RuleSet } from '../../shared/policies.ts';
import type { HostServices } from './app.ts';
import { summaryOf } from './answer-summary.ts';
import type { Log } from './log.ts';
import type { Places } from './places.ts';
import type { RunningSession } from './run-session.ts';

/** What the calls of a window work on. */
export interface Desk {
  readonly places: Places;
  readonly services: HostServices;
  readonly log: Log;
  running(): RunningSession;
  /** The engine has another user now, or other rules: that is there again after a restart. */
  remember(change: { readonly user?: AppUserId; readonly rules?: RuleSet }): void;
  /** Without a change: back to the defaults. Null: done. Otherwise why it could not be kept. */
  changeSettings(change?: Partial<Settings>): Promise<string | null>;
  wipe(): Promise<string | null>;
}

const startedAgain = problem(
  'gone',
  'The app was started again before the answer came, so there is none.',
);

const orProblem = (sentence: string | null): Outcome<null> =>
  sentence === null ? done(null) : problem('system', sentence);

type Engine = RunningSession['session']['engine'];

/** What a window may do with the engine, its backend and its user. */
const worldHandlers = (desk: Desk) => {
  const session = () => desk.running().session;

  const ask = async <T>(
    call: (engine: Engine) => Promise<Answer<T>>,
    summary: (answer: Answer<T>) => AnswerSummary = summaryOf,
  ): Promise<Outcome<AnswerSummary>> => {
    const answer = await desk.running().answered(call(session().engine));
    return answer === null ? startedAgain : done(summary(answer));
  };

  /** Nothing is fetched by a change of user; an app asks for the offerings then. */
  const changeUser = (change: (engine: Engine) => void): Outcome<null> => {
    const { engine } = session();
    change(engine);
    desk.remember({ user: engine.user() });
    void engine.getOfferings();
    return done(null);
  };

  const withFaults = (act: (parts: RunningSession['session']) => void): Outcome<null> => {
    act(session());
    return done(null);
  };

  return {
    getOfferings: () => ask((engine) => engine.getOfferings()),
    getList: ({ force }) => ask((engine) => engine.getWorkflowsList({ force })),
    getWorkflow: ({ id }) =>
      ask(
        (engine) => engine.getWorkflow(id),
        (answer) => summaryOf(answer, answer.status === 'ok' ? answer.value.workflow.id : null),
      ),
    readWorkflow: ({ id, bodyHash }) => {
      const { engine } = session();
      const found = engine.contents().detail(workflowId(id));
      const isThatOne = engine.snapshot().details.get(workflowId(id))?.bodyHash === bodyHash;
      if (found === null || !isThatOne)
        return problem('not-found', `Workflow ${id} is not in memory any more, or is another one.`);
      return done({ json: JSON.stringify(found.workflow) });
    },
    setOnline: ({ isOnline }) => withFaults(({ faults }) => faults.setOnline(isOnline)),
    setForeground: ({ isForeground }) => {
      session().engine.setForeground(isForeground);
      return done(null);
    },
    setRules: ({ rules }) => {
      session().engine.setRules(rules);
      desk.remember({ rules });
      return done(null);
    },
    fail: (rule) => withFaults(({ faults }) => faults.fail(rule)),
    heal: ({ target }) => withFaults(({ faults }) => faults.heal(target ?? undefined)),
    healEverything: () =>
      withFaults(({ faults, space }) => {
        // First: windows hear of it by what the faults tell of themselves.
        space.isFull = false;
        faults.heal();
        faults.release();
        faults.setOnline(true);
      }),
    coldStart: () => {
      desk.running().coldStart();
      return done(null);
    },
    logIn: ({ user }) => changeUser((engine) => engine.logIn(appUserId(user))),
    logOut: () => changeUser((engine) => engine.logOut()),
    switchUser: ({ user }) => changeUser((engine) => engine.switchUser(appUserId(user))),
    alias: ({ user }) => changeUser((engine) => engine.alias(appUserId(user))),
  } satisfies Partial<Handlers>;
};

const httpsUrl = (text: string): URL | null => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
};

/** What a window may do with the app itself. */
const appHandlers = (desk: Desk) =>
  ({
    changeSettings: async (change) => orProblem(await desk.changeSettings(change)),
    resetSettings: async () => orProblem(await desk.changeSettings()),
    showDataFolder: async () => orProblem(await desk.services.showFolder(desk.places.root)),
    wipeData: async () => orProblem(await desk.wipe()),
    showLogs: async () => orProblem(await desk.services.showFolder(desk.places.logs)),
    openLink: async ({ url: text }) => {
      const url = httpsUrl(text);
      if (url === null)
        return problem('refused', `Only https addresses are opened, and this is none: ${text}`);
      return orProblem(await desk.services.openLink(url));
    },
    readLicences: () => done([...desk.services.licences()]),
    report: ({ message }) => {
      desk.log.write('window', message);
      return done(null);
    },
  }) satisfies Partial<Handlers>;

/** What the app does for each call of the contract. */
export const createHandlers = (desk: Desk): Handlers => ({
  ...worldHandlers(desk),
  ...appHandlers(desk),
});
