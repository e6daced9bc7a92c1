import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { messageOf } from '../../shared/error-text.ts';
import { openExchange } from '../backend/exchange.ts';
import type { Gate } from '../backend/gate.ts';
import { errorAnswer, replyWith } from '../backend/reply.ts';
import type { Activity } from '../clock/activity.ts';
import type { Random } from '../clock/random.ts';
import { allowPages, answerPreflight } from './cors.ts';
import { type Course, endingOf, show } from './course.ts';
import { meetAndAnswer } from './meet-and-answer.ts';
import type { HostOf } from './own-hosts.ts';
import type { SayEnding } from './phone-events.ts';
import { type AskedFor, askedFor, phoneRouter } from './phone-routes.ts';
import type { PhoneAsk } from './phone-source.ts';
import type { PhoneWorld } from './phone-world.ts';
import { readBody } from './read-body.ts';

export interface PhoneServingOptions {
  /** The session that answers now; null: there is none. */
  readonly world: () => PhoneWorld | null;
  /** The host that was asked, as it stands in the header; null: it is not this one. */
  readonly hostOf: HostOf;
  readonly gate: Gate;
  readonly random: Random;
  /** Whoever takes nothing of an answer for so long is left. */
  readonly stallMs: number;
  /** Nobody waits for a phone to be idle: what it does is none of the session's activity. */
  readonly activity: Activity;
  /** A request came in, so much is known of it; and how it ended. */
  readonly watch: (asked: AskedFor, method: string) => SayEnding;
}

/** More at once are no phone's; none asks before it is answered more often on one connection. */
const mostAtOnce = 200;
const mostOnConnection = 6;

/** What no fault has to do with is answered at once. */
const refuse = (response: ServerResponse, status: number, message: string): void => {
  const { headers, bytes } = errorAnswer(status, message);
  response.sendDate = false;
  response.writeHead(status, { ...headers, 'Content-Length': bytes?.length ?? 0 });
  response.end(bytes);
};

const isReading = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

/** Answers a phone's requests, with whatever is broken on purpose in the session. */
export const createPhoneServing = (options: PhoneServingOptions): RequestListener => {
  const { gate, random } = options;
  let atOnce = 0;
  const onConnection = new WeakMap<Socket, number>();

  const count = (socket: Socket, by: 1 | -1): void => {
    atOnce += by;
    onConnection.set(socket, (onConnection.get(socket) ?? 0) + by);
  };

  const isTooMuch = ({ socket }: IncomingMessage): boolean =>
    atOnce >= mostAtOnce || (onConnection.get(socket) ?? 0) >= mostOnConnection;

  const open = (
    world: PhoneWorld,
    [request, response]: readonly [IncomingMessage, ServerResponse],
    say: SayEnding,
  ): Course => {
    // A message forgets its socket when it is over.
    const { socket } = request;
    count(socket, 1);
    const exchange = openExchange({
      request,
      response,
      activity: options.activity,
      clock: world.clock,
      leave: () => undefined,
    });
    const course: Course = { world, exchange, stallMs: options.stallMs, met: [], reply: null };
    exchange.onGone(() => {
      count(socket, -1);
      say(endingOf(course));
    });
    return course;
  };

  /** What cannot be read must not take the app with it. */
  const answer = (course: Course, ask: PhoneAsk): void => {
    meetAndAnswer(course, ask, random).catch((error: unknown) => {
      show(course, replyWith(errorAnswer(500, `The backend failed: ${messageOf(error)}`)));
    });
  };

  const begin = async (course: Course, ask: Omit<PhoneAsk, 'body'>): Promise<void> => {
    const { request, response } = course.exchange;
    const body = isReading(request) ? Buffer.alloc(0) : await readBody(request);
    if (course.exchange.isGone()) return;
    if (body === null) {
      response.shouldKeepAlive = false;
      show(course, replyWith(errorAnswer(413, 'The body is too long.')));
      return;
    }
    gate(() => {
      if (!course.exchange.isGone()) answer(course, { ...ask, body });
    });
  };

  const serve = (
    world: PhoneWorld,
    origin: string,
    [request, response]: readonly [IncomingMessage, ServerResponse],
  ): void => {
    const { url = '', method = '' } = request;
    const route = phoneRouter(url);
    if (route.scope === null) {
      refuse(response, route.status, 'There is nothing at this address.');
    } else if (route.scope !== 'other' && !isReading(request)) {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(response, 405, 'Only GET is answered here.');
    } else {
      const say = options.watch(askedFor(route, url), method);
      const course = open(world, [request, response], say);
      void begin(course, { route, exchange: course.exchange, origin });
    }
  };

  return (request, response) => {
    const host = options.hostOf(request);
    if (host === null) {
      response.shouldKeepAlive = false;
      refuse(response, 421, 'This machine does not go by that name.');
      return;
    }
    const world = options.world();
    if (world === null || isTooMuch(request)) {
      request.socket.destroy();
      return;
    }
    allowPages(response);
    if (request.method === 'OPTIONS') answerPreflight(request, response);
    else serve(world, `http://${host}`, [request, response]);
  };
};
