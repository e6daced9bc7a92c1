import { answerOf, fileOf, type ServedAnswers, withETag } from './answers.ts';
import type { AnswerSource } from './coming-answer.ts';
import { faultyReply } from './faulty-reply.ts';
import { replyWith } from './reply.ts';

/** The answers of a served project; all of them are there at once. */
export const servedAnswers = (served: () => ServedAnswers): AnswerSource =>
  Object.freeze({
    // The CDN's files know best by which ids they can be named.
    named: (route) => {
      if (route.scope !== 'cdn' && route.scope !== 'asset') return route;
      const ids = fileOf(route, served())?.ids ?? [...route.ids, route.path];
      return { ...route, ids };
    },
    answer: (route, { request }) => {
      // At once: what is changed until it is sent is for the next one.
      const answer = answerOf(route, request, served());
      return {
        plain: () => replyWith(withETag(answer, request)),
        broken: (fault) => faultyReply(fault, { scope: route.scope, answer }),
      };
    },
  } satisfies AnswerSource);
