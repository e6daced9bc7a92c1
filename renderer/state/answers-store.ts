import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnswerSummary } from '../../shared/contract/calls.ts';

export interface AnswersState {
  /** The last answer for each offering or workflow that was asked for, by the id it was asked by. */
  readonly answers: ReadonlyMap<string, AnswerSummary>;
}

export interface AnswersStore extends StoreApi<AnswersState> {
  put(id: string, answer: AnswerSummary): void;
  clear(): void;
}

export const createAnswersStore = (): AnswersStore => {
  const store = createStore<AnswersState>(() => ({ answers: new Map() }));
  return {
    ...store,
    put: (id, answer) =>
      store.setState(({ answers }) => ({ answers: new Map(answers).set(id, answer) })),
    clear: () => store.setState({ answers: new Map() }),
  };
};
