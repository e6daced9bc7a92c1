import type { FaultKind } from '../../shared/faults.ts';
import type { Exchange } from '../backend/exchange.ts';
import type { Reply } from '../backend/reply.ts';
import { send } from '../backend/sending.ts';
import type { PhoneEnding } from './phone-events.ts';
import type { PhoneWorld } from './phone-world.ts';

/** A request that is under way, and what has become of it so far. */
export interface Course {
  readonly world: PhoneWorld;
  readonly exchange: Exchange;
  readonly stallMs: number;
  readonly met: (FaultKind | 'held')[];
  reply: Reply | null;
}

const isSent = (reply: Reply | null): reply is Extract<Reply, { readonly status: number }> =>
  reply?.kind === 'answer' || reply?.kind === 'passing';

/** Shows a reply to the phone, its body at that rate (bytes per second; null: at once). */
export const show = (course: Course, reply: Reply, rate: number | null = null): void => {
  course.reply = reply;
  const { response } = course.exchange;
  // By the operating system's time; what is slow on purpose goes by the session's.
  if (isSent(reply) && rate === null) response.setTimeout(course.stallMs, () => response.destroy());
  send(course.exchange, reply, rate);
};

const isWhole = ({ exchange }: Course): boolean => exchange.response.writableFinished;

const sizeOf = (course: Course): number | null => {
  const { reply, exchange } = course;
  if (reply?.kind !== 'answer' || !isWhole(course)) return null;
  return exchange.request.method === 'HEAD' ? 0 : (reply.body?.sizeBytes ?? 0);
};

const noteOf = (course: Course): string | null => {
  const { reply, met } = course;
  if (reply?.kind === 'reset') return 'the connection was reset';
  if (reply?.kind === 'answer' && reply.isCut) return 'cut short';
  if (isWhole(course)) return null;
  return met.length > 0 ? 'no answer' : 'the phone is gone, or is not served any more';
};

/** What is to be said of it once it is over. */
export const endingOf = (course: Course): PhoneEnding => {
  const { reply, met } = course;
  const status = isSent(reply) ? reply.status : null;
  return { status, sizeBytes: sizeOf(course), met: [...met], note: noteOf(course) };
};
