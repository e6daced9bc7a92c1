import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { messageOf } from '../../shared/error-text.ts';
import type { Pace } from '../../shared/faults.ts';
import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { Random } from '../clock/random.ts';
import type { FaultRegistry } from '../faults/registry.ts';
import { type AnswerSource, answerOf, fileOf, withETag } from './answers.ts';
import type { BackendOrigins, ServedProject } from './backend.ts';
import { type Exchange, openExchange } from './exchange.ts';
import { faultyReply } from './faulty-reply.ts';
import type { Gate } from './gate.ts';
import type { Recorder } from './recorder.ts';
import { type Reply, errorAnswer, replyWith } from './reply.ts';
import type { Route, Router } from './routes.ts';
import { send } from './sending.ts';

/** What serving a request takes. */
export interface ServingOptions {
  readonly project: ServedProject;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly faults: FaultRegistry;
  readonly random: Random;
  readonly recorder: Recorder;
  /** One for all listeners of a backend. */
  readonly gate: Gate;
  readonly origins: () => BackendOrigins;
}

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
export const createServing = (options: ServingOptions, router: Router): RequestListener => {
  const { project, clock, activity, faults, random, recorder, gate, origins } = options;

  const source = (): AnswerSource => ({ project, origins: origins(), nowMs: clock.now() });

  const decide = (route: Route, request: IncomingMessage): Reply => {
    const share = faults.shareOf(route);
    const fault = faults.takeSocketFault(route);
    const answer = answerOf(route, request, source());
    const isSpared = fault === null || fault === 'slow' || fault === 'flaky';
    if (fault === 'flaky' && random() < share)
      return replyWith(errorAnswer(503, 'Broken on purpose.'));
    if (isSpared) return replyWith(withETag(answer, request));
    return faultyReply(fault, { scope: route.scope, answer });
  };

  /** Pace, fault and answer are those of the moment in which the request is let go. */
  const answer = (exchange: Exchange, route: Route): void => {
    const pace = faults.takePace(route);
    const delayMs = delayOf(pace, random);
    const reply = decide(route, exchange.request);
    exchange.after(delayMs, () => {
      send(exchange, reply, pace?.bytesPerSecond ?? null);
    });
  };

  /** A project that cannot be read must not take the app with it. */
  const safely = (exchange: Exchange, run: () => void): void => {
    try {
      run();
    } catch (error) {
      send(exchange, replyWith(errorAnswer(500, `The backend failed: ${messageOf(error)}`)), null);
    }
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

  /** The CDN's files know best by which ids they can be named. */
  const subjectOf = (route: Route): Route => {
    if (route.scope !== 'cdn' && route.scope !== 'asset') return route;
    const ids = fileOf(route, source())?.ids ?? [...route.ids, route.path];
    return { ...route, ids };
  };

  const serve = (request: IncomingMessage, response: ServerResponse, route: Route): void => {
    recorder.arrive({ scope: route.scope, id: route.id });
    const leave = recorder.enter(route.scope);
    const exchange = openExchange({ request, response, activity, clock, leave });
    gate(() => {
      recorder.measure();
      if (exchange.isGone()) return;
      safely(exchange, () => whenLetGo(exchange, subjectOf(route)));
    });
  };

  return (request, response) => {
    if (!isAllowed(request.method)) {
      refuse(response, 405, 'Only GET is answered here.');
      return;
    }
    const route = router(request.url ?? '');
    if (route.scope !== null) serve(request, response, route);
    else refuse(response, route.status, 'There is nothing at this address.');
  };
};
