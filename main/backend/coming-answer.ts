import type { BreakingFault } from './faulty-reply.ts';
import type { Exchange } from './exchange.ts';
import type { Reply } from './reply.ts';
import type { Route } from './routes.ts';

/** A reply that is there, or will be: one that is there is sent in the same step. */
export type Coming<T> = T | Promise<T>;

/** The answer to one request that was let go. One of the two is called, at most once. */
export interface ComingAnswer {
  /** What the client gets to see where nothing is broken. */
  plain(): Coming<Reply>;
  /** What it gets to see of a fault. */
  broken(fault: BreakingFault | number): Coming<Reply>;
}

/** Makes answers: of a project that is served here, or of what comes from elsewhere. */
export interface AnswerSource {
  /** With all ids by which the request can be named. */
  named(route: Route): Route;
  /** Of the moment in which the request is let go. */
  answer(route: Route, exchange: Exchange): ComingAnswer;
}
