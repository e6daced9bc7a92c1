import type { Answer } from '../../../shared/answers.ts';
import type { AnswerSummary, Handlers } from '../../../shared/contract/calls.ts';
import { type Outcome, done } from '../../../shared/contract/outcome.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import type { Desk } from '../handlers.ts';
import type { RunningSession } from '../session/run-session.ts';
import { startedAgain, summaryOf } from './answer-summary.ts';

type Engine = RunningSession['session']['engine'];

/** What a window may do with the engine, its backend and its user. */
export const worldHandlers = (desk: Desk) => {
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
    desk.projects.current().remember({ user: engine.user() });
    void engine.getOfferings();
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
    setForeground: ({ isForeground }) => {
      session().engine.setForeground(isForeground);
      return done(null);
    },
    setRules: ({ rules }) => {
      session().engine.setRules(rules);
      desk.projects.current().remember({ rules });
      return done(null);
    },
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
