import type { Bridge } from '../../shared/contract/bridge.ts';
import type { AnswerSummary, CallName } from '../../shared/contract/calls.ts';
import type { Settings } from '../../shared/contract/documents.ts';
import type { Outcome } from '../../shared/contract/outcome.ts';
import type { Target } from '../../shared/faults.ts';
import type { RuleSet } from '../../shared/policies.ts';
import { messages } from '../messages.ts';
import type { Stores } from './stores.ts';

/** Everything that a person can set off in the window; what goes wrong becomes a notice. */
export type Actions = ReturnType<typeof createActions>;

const backend: Target = { what: 'backend' };

export const createActions = (bridge: Bridge, { answers, ui, notices }: Stores) => {
  /** Null: it was not done, and the person has been told why. */
  const settle = async <T>(name: CallName, call: Promise<Outcome<T>>): Promise<T | null> => {
    const outcome = await call;
    if (outcome.ok) return outcome.value;
    const tone = outcome.problem.code === 'gone' ? 'note' : 'problem';
    notices.add({ tone, title: messages.failedCall[name], text: outcome.problem.message });
    return null;
  };

  const start = (name: CallName, call: Promise<Outcome<unknown>>): void => {
    void settle(name, call);
  };

  const keepAnswer = (id: string, answer: AnswerSummary | null): void => {
    if (answer !== null) answers.put(id, answer);
  };

  const readLicences = async (): Promise<boolean> => {
    const licences = await settle('readLicences', bridge.readLicences(null));
    if (licences !== null) ui.setState({ licences });
    return licences !== null;
  };

  return Object.freeze({
    askOfferings: () => start('getOfferings', bridge.getOfferings(null)),
    askList: (force: boolean) => start('getList', bridge.getList({ force })),
    askWorkflow: (id: string) =>
      void settle('getWorkflow', bridge.getWorkflow({ id })).then((answer) =>
        keepAnswer(id, answer),
      ),

    setOnline: (isOnline: boolean) => start('setOnline', bridge.setOnline({ isOnline })),
    setBackendUp: (isUp: boolean) => {
      if (isUp) start('heal', bridge.heal({ target: backend }));
      else start('fail', bridge.fail({ target: backend, kind: 503 }));
    },
    setForeground: (isForeground: boolean) =>
      start('setForeground', bridge.setForeground({ isForeground })),
    setRules: (rules: RuleSet) => start('setRules', bridge.setRules({ rules })),
    healEverything: () => start('healEverything', bridge.healEverything(null)),
    coldStart: () => start('coldStart', bridge.coldStart(null)),

    logIn: (user: string) => start('logIn', bridge.logIn({ user })),
    logOut: () => start('logOut', bridge.logOut(null)),
    switchUser: (user: string) => start('switchUser', bridge.switchUser({ user })),
    alias: (user: string) => start('alias', bridge.alias({ user })),

    changeSettings: (change: Partial<Settings>) =>
      start('changeSettings', bridge.changeSettings(change)),
    resetSettings: () => start('resetSettings', bridge.resetSettings(null)),
    showDataFolder: () => start('showDataFolder', bridge.showDataFolder(null)),
    wipeData: async () => {
      await settle('wipeData', bridge.wipeData(null));
    },
    showLogs: () => start('showLogs', bridge.showLogs(null)),
    /** False: they could not be read. */
    loadLicences: readLicences,
    /** Never answered with a notice: who reports a fault has told the person already. */
    report: (message: string) => void bridge.report({ message: message.slice(0, 20_000) }),
  });
};
