import type { CallName } from '../../shared/contract/calls.ts';
import type { Problem } from '../../shared/contract/outcome.ts';
import { messages } from '../messages.ts';
import type { NoticesStore } from './notices-store.ts';

/**
 * Tells a person that a call did not do what was asked. A lost app, and what `isMeant` says, are no
 * problems of anybody's.
 */
export const createTellFailure =
  (notices: NoticesStore, isMeant: (problem: Problem) => boolean = () => false) =>
  (name: CallName, problem: Problem): void => {
    const isOfGuest = isMeant(problem);
    const tone = problem.code === 'gone' || isOfGuest ? 'note' : 'problem';
    notices.add({ tone, title: messages.failedCall[name], text: problem.message, isOfGuest });
  };
