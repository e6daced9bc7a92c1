import { type EngineError, engineError, noAnswer } from '../../shared/errors.ts';
import { type FaultKind, isConnectFault } from '../../shared/faults.ts';
import { appUserId } from '../../shared/model/ids.ts';
import type { EventFacts, EventId } from '../../shared/timeline.ts';
import type { AskedFor } from './phone-routes.ts';

/** What of that which is broken on purpose a request met. */
export type Met = readonly (FaultKind | 'held')[];

/** How a phone's request ended. */
export interface PhoneEnding {
  /** Null: nothing was answered. */
  readonly status: number | null;
  /** Null: it was not sent in full. */
  readonly sizeBytes: number | null;
  readonly met: Met;
  /** What else is to be said, as a sentence. */
  readonly note: string | null;
}

/** Says how a request ended. */
export type SayEnding = (ending: PhoneEnding) => void;

/** Puts what a phone asks for into the timeline. */
export interface PhoneEvents {
  asked(what: AskedFor, method: string): SayEnding;
  /** It is served from now on, or is not, or nobody gets through. */
  turned(note: string): void;
}

const about = (
  { scope, id, user }: AskedFor,
  request: number,
): Pick<EventFacts, 'subject' | 'request' | 'asked' | 'id' | 'user'> => ({
  subject: 'phone',
  request,
  asked: scope,
  ...(id === null ? {} : { id }),
  ...(user === null ? {} : { user: appUserId(user) }),
});

/** What keeps it waiting breaks nothing. */
const isBroken = ({ met }: PhoneEnding): boolean =>
  met.some((kind) => kind !== 'held' && kind !== 'slow');

const failureOf = ({ status, met }: PhoneEnding): EngineError | null => {
  const [unreachable] = met.filter((kind) => kind !== 'held').filter(isConnectFault);
  if (unreachable !== undefined) return noAnswer(unreachable);
  if (status === null || status < 400) return null;
  const code = status >= 500 ? 'backend-error' : 'rejected';
  return engineError(code, `The phone was answered ${status}.`, status);
};

const errorOf = (ending: PhoneEnding): Pick<EventFacts, 'error'> => {
  const error = failureOf(ending);
  if (error === null) return {};
  return { error: isBroken(ending) ? { ...error, isOnPurpose: true } : error };
};

const noteOf = ({ status, note }: PhoneEnding): string =>
  [...(status === null ? [] : [`HTTP ${status}`]), ...(note === null ? [] : [note])].join(', ');

/** Numbers a phone's requests by themselves: they are none of the engine's. */
export const createPhoneEvents = (record: (facts: EventFacts) => EventId): PhoneEvents => {
  let requests = 0;
  return Object.freeze({
    asked: (what: AskedFor, method: string) => {
      requests += 1;
      const facts = about(what, requests);
      const cause = record({ type: 'phone-asked', ...facts, note: `${method} ${what.path}` });
      return (ending: PhoneEnding) => {
        const { met, sizeBytes } = ending;
        const note = noteOf(ending);
        record({
          type: 'phone-answered',
          ...facts,
          cause,
          ...(note === '' ? {} : { note }),
          ...(met.length === 0 ? {} : { met }),
          ...(sizeBytes === null ? {} : { sizeBytes }),
          ...errorOf(ending),
        });
      };
    },
    turned: (note: string) => void record({ type: 'phone-turned', subject: 'phone', note }),
  });
};
