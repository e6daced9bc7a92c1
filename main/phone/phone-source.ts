import type { Coming, ComingAnswer } from '../backend/coming-answer.ts';
import type { Exchange } from '../backend/exchange.ts';
import type { Reply } from '../backend/reply.ts';
import type { Route } from '../backend/routes.ts';
import type { OtherRoute } from './phone-routes.ts';

/** One request of a phone's, read whole. */
export interface PhoneAsk<Of extends Route | OtherRoute = Route | OtherRoute> {
  readonly route: Of;
  readonly exchange: Exchange;
  readonly body: Buffer;
  /** As the phone knows this server; addresses that it is told of must begin with it. */
  readonly origin: string;
}

/** Where a phone's answers come from: a project that is served here, or a real host. */
export interface PhoneSource {
  /** With all ids by which the request can be named. */
  named(ask: PhoneAsk<Route>): Route;
  /** Of the moment in which the request is let go. */
  answer(ask: PhoneAsk<Route>): ComingAnswer;
  /** What SDKs ask besides, which nothing is broken about. */
  other(ask: PhoneAsk<OtherRoute>): Coming<Reply>;
}
