import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { messageOf } from '../../shared/error-text.ts';
import type { Pace } from '../../shared/faults.ts';
import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { Random } from '../clock/random.ts';
import type { FaultRegistry } from '../faults/registry.ts';
import type { AnswerSource, Coming } from './coming-answer.ts';
import { type Exchange, openExchange } from './exchange.ts';
import type { Gate } from './gate.ts';
import type { Recorder } from './recorder.ts';
import { type Reply, errorAnswer, replyWith } from './reply.ts';
import type { Route, Stray } from './routes.ts';
import { send } from './sending.ts';

/** What serving a request takes. */
export interface ServingOptions {
  readonly source: AnswerSource;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly faults: FaultRegistry;
  readonly random: Random;
  readonly recorder: Recorder;
  /** One for all listeners of a backend. */
  readonly gate: Gate;
  /** A request was read, and is kept waiting on purpose. */
  readonly onPark?: (response: ServerResponse) => void;
}

/** What a request that came to a listener is for. */
export type RouteOf = (request: IncomingMessage) => Route | Stray;

const isAllowed = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';

/** What no fault and no count has to do with is answered at once. */
const refuse = (response: ServerResponse, status: number, message: string): void => {
  const { headers, bytes } = errorAnswer(status, message);
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
  response.sendDate = false;
  response.writeHead(status, { ...headers, ...allow, 'Content-Length': bytes?.length ?? 0 });
  response.end(bytes);
};

const delayOf = (pace: Pace | null, random: Random): number =>
  pace === null ? 0 : pace.latencyMs + Math.floor(pace.jitterMs * random());

/** Serves what one listener is asked, with whatever is broken on purpose. */
export const createServing = (options: ServingOptions, routeOf: RouteOf): RequestListener => {
  const { source, clock, activity, faults, random, recorder, gate, onPark } = options;

  const decide = (route: Route, exchange: Exchange): (() => Coming<Reply>) => {
    const share = faults.shareOf(route);
    const fault = faults.takeSocketFault(route);
    const answer = source.answer(route, exchange);
    const isSpared = fault === null || fault === 'slow' || fault === 'flaky';
    if (fault === 'flaky' && random() < share)
      return () => replyWith(errorAnswer(503, 'Broken on purpose.'));
    if (fault === 'flaky') faults.spare(route);
    return isSpared ? () => answer.plain() : () => answer.broken(fault);
  };

  const failWith = (exchange: Exchange, error: unknown): void => {
    send(exchange, replyWith(errorAnswer(500, `The backend failed: ${messageOf(error)}`)), null);
  };

  /** A project that cannot be read must not take the app with it. */
  const safely = (exchange: Exchange, run: () => void): void => {
    try {
      run();
    } catch (error) {
      failWith(exchange, error);
    }
  };

  const sendComing = (exchange: Exchange, coming: Coming<Reply>, rate: number | null): void => {
    if (!(coming instanceof Promise)) send(exchange, coming, rate);
    else
      coming.then(
        (reply) => safely(exchange, () => send(exchange, reply, rate)),
        (error: unknown) => failWith(exchange, error),
      );
  };

  /** Pace, fault and answer are those of the moment in which the request is let go. */
  const answer = (exchange: Exchange, route: Route): void => {
    const pace = faults.takePace(route);
    const delayMs = delayOf(pace, random);
    const reply = decide(route, exchange);
    exchange.after(delayMs, () => {
      safely(exchange, () => {
        sendComing(exchange, reply(), pace?.bytesPerSecond ?? null);
      });
    });
  };

  const whenLetGo = (exchange: Exchange, route: Route): void => {
    if (!faults.isHeld(route)) {
      answer(exchange, route);
      return;
    }
    exchange.park();
    const stop = faults.wait(route, clock.now(), () => {
      exchange.unpark();
      safely(exchange, () => answer(exchange, route));
    });
    exchange.onGone(stop);
  };

  const serve = (request: IncomingMessage, response: ServerResponse, route: Route): void => {
    recorder.arrive({ scope: route.scope, id: route.id });
    const leave = recorder.enter(route.scope);
    const exchange = openExchange({
      request,
      response,
      activity,
      clock,
      leave,
      onPark: () => onPark?.(response),
    });
    gate(() => {
      recorder.measure();
      if (exchange.isGone()) return;
      safely(exchange, () => whenLetGo(exchange, source.named(route)));
    });
  };

  return (request, response) => {
    if (!isAllowed(request.method)) {
      refuse(response, 405, 'Only GET is answered here.');
      return;
    }
    const route = routeOf(request);
    if (route.scope !== null) serve(request, response, route);
    else refuse(response, route.status, 'There is nothing at this address.');
  };
};
