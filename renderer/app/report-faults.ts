import { stackOf } from '../../shared/error-text.ts';
import { messages } from '../messages.ts';
import type { Actions } from '../state/actions.ts';
import type { NoticesStore } from '../state/notices-store.ts';

/** What nobody caught goes to the log, and the person is told: nothing fails in silence. */
export const reportFaults = ({ report }: Pick<Actions, 'report'>, notices: NoticesStore): void => {
  const tell = (thrown: unknown): void => {
    report(stackOf(thrown));
    const { faultTitle: title, faultText: text } = messages.errors;
    notices.add({ tone: 'problem', title, text });
  };
  addEventListener('error', ({ error, message }) => {
    tell(error ?? message);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    tell(reason);
  });
};
