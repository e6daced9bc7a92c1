import { noAnswer } from '../../shared/errors.ts';
import type { EventId } from '../../shared/timeline.ts';
import type { Outcome, TextBody } from '../http/http.ts';
import type { Life, Scope } from './life.ts';
import { type Failure, failed, failureOf, unexpected } from './outcomes.ts';

/** One request with what it sets off, shared by all of its generation who ask meanwhile. */
export interface SharedWork<R> {
  readonly startedBy: EventId;
  readonly result: Promise<R>;
  /** A caller in the foreground does not wait for the jitter of the background. */
  hurry(): void;
}

type Answered = Extract<Outcome<TextBody>, { kind: 'ok' }>;

interface Steps<R> {
  readonly endpoint: 'offerings' | 'list';
  readonly startedBy: EventId;
  land(answer: Answered): Promise<R>;
  fail(failure: Failure): Promise<R>;
  onEnd(): void;
}

/** Asks the backend, in the background after a wait, and ends in one of two ways, always. */
export const startShared = <R>(life: Life, scope: Scope, steps: Steps<R>): SharedWork<R> => {
  const { endpoint, startedBy } = steps;
  const jitter = scope.jitter();

  const run = async (): Promise<R> => {
    if (jitter !== null) await jitter.over;
    // What a former user has waiting is not asked for any more.
    if (!scope.mayStore()) return steps.fail(failed(noAnswer('cancelled')));
    const outcome = await life.parts.http.ask({
      endpoint,
      user: scope.user,
      isBackground: !life.world.isForeground,
      trace: scope.trace(startedBy),
      signal: life.signal,
    });
    return outcome.kind === 'ok' ? steps.land(outcome) : steps.fail(failureOf(outcome));
  };

  const result = run()
    .catch((error: unknown) => steps.fail(unexpected(error)))
    .finally(() => {
      steps.onEnd();
    });
  return { startedBy, result, hurry: () => jitter?.hurry() };
};
