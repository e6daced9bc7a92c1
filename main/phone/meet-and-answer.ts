import type { RequestSubject } from '../../shared/faults.ts';
import type { ComingAnswer } from '../backend/coming-answer.ts';
import type { BreakingFault } from '../backend/faulty-reply.ts';
import type { Random } from '../clock/random.ts';
import { type Course, show } from './course.ts';
import type { OtherRoute } from './phone-routes.ts';
import type { PhoneAsk } from './phone-source.ts';
import type { Route } from '../backend/routes.ts';

/** The fault that a request meets at the socket; a flaky one that spares it is none. */
const takeBreakage = (
  { world }: Course,
  subject: RequestSubject,
  random: Random,
): BreakingFault | number | null => {
  const share = world.faults.shareOf(subject);
  const fault = world.faults.takeSocketFault(subject);
  if (fault === 'flaky') return random() < share ? 503 : null;
  return fault === 'slow' ? null : fault;
};

/** Pace, fault and answer are those of the moment in which the request is let go. */
const answer = async (
  course: Course,
  subject: RequestSubject,
  source: () => ComingAnswer,
  random: Random,
): Promise<void> => {
  const { world, exchange, met } = course;
  const pace = world.faults.takePace(subject);
  if (pace !== null) met.push('slow');
  const breakage = takeBreakage(course, subject, random);
  if (breakage !== null) met.push(breakage);
  const coming = source();
  const delayMs = pace === null ? 0 : pace.latencyMs + Math.floor(pace.jitterMs * random());
  const { promise: due, resolve } = Promise.withResolvers<undefined>();
  exchange.after(delayMs, () => resolve(undefined));
  await due;
  const reply = await (breakage === null ? coming.plain() : coming.broken(breakage));
  show(course, reply, pace?.bytesPerSecond ?? null);
};

/** Resolves when nothing holds the request any more. */
const letGo = ({ world, exchange, met }: Course, subject: RequestSubject): Promise<void> => {
  if (!world.faults.isHeld(subject)) return Promise.resolve();
  met.push('held');
  const { promise, resolve } = Promise.withResolvers<undefined>();
  exchange.onGone(world.faults.wait(subject, world.clock.now(), () => resolve(undefined)));
  return promise;
};

const meetAll = async (course: Course, ask: PhoneAsk<Route>, random: Random): Promise<void> => {
  const { source, faults } = course.world;
  const named = source.named(ask);
  const subject: RequestSubject = { scope: named.scope, ids: named.ids, by: 'phone' };
  const unreachable = faults.takeConnectFault(subject);
  if (unreachable !== null) {
    course.met.push(unreachable);
    show(course, { kind: 'reset' });
    return;
  }
  await letGo(course, subject);
  await answer(course, subject, () => source.answer({ ...ask, route: named }), random);
};

const answerOther = async (course: Course, ask: PhoneAsk<OtherRoute>): Promise<void> => {
  if (course.world.faults.isOnline()) {
    show(course, await course.world.source.other(ask));
    return;
  }
  course.met.push('offline');
  show(course, { kind: 'reset' });
};

/** Lets a request meet what is broken on purpose, and answers it. */
export const meetAndAnswer = (course: Course, ask: PhoneAsk, random: Random): Promise<void> => {
  const { route } = ask;
  return route.scope === 'other'
    ? answerOther(course, { ...ask, route })
    : meetAll(course, { ...ask, route }, random);
};
