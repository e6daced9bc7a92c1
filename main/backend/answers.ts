import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { BackendOrigins, ServedFile, ServedProject } from './backend.ts';
import { type Answer, errorAnswer, jsonAnswer } from './reply.ts';
import type { Route } from './routes.ts';

/** What answers are made of. */
export interface ServedAnswers {
  readonly project: ServedProject;
  readonly origins: BackendOrigins;
  readonly nowMs: number;
}

const eTagHeader = 'X-RevenueCat-ETag';
const requestTimeHeader = 'X-RevenueCat-Request-Time';
const eTagLength = 16;

const notModified = (answer: Answer): Answer => ({ ...answer, status: 304, bytes: null });

/** Answers 304 where the client has this very body, as RevenueCat's ETag layer does. */
export const withETag = (answer: Answer, request: IncomingMessage): Answer =>
  answer.headers[eTagHeader] !== undefined &&
  answer.headers[eTagHeader] === request.headers[eTagHeader.toLowerCase()]
    ? notModified(answer)
    : answer;

const apiText = (route: Route, { project, origins }: ServedAnswers): string | null => {
  if (route.scope === 'offerings') return project.offerings(origins);
  if (route.scope === 'list') return project.list(origins);
  return route.id === null ? null : project.detail(route.id, origins);
};

const apiAnswer = (route: Route, source: ServedAnswers): Answer => {
  const text = apiText(route, source);
  if (text === null) return errorAnswer(404, 'There is no workflow or offering with this id.');
  return jsonAnswer(200, text, {
    [eTagHeader]: hash('sha256', text).slice(0, eTagLength),
    [requestTimeHeader]: String(Math.round(source.nowMs)),
  });
};

const fileAnswer = (file: ServedFile | null): Answer =>
  file === null
    ? errorAnswer(404, 'There is no such file on the CDN.')
    : { status: 200, headers: { 'Content-Type': file.contentType }, bytes: file.bytes };

/** The file of the CDN that is asked for, if it is there. */
export const fileOf = (route: Route, { project, origins }: ServedAnswers): ServedFile | null =>
  route.scope === 'cdn' ? project.body(route.path, origins) : project.asset(route.path);

const isCdn = ({ scope }: Route): boolean => scope === 'cdn' || scope === 'asset';

/** The answer where nothing is broken, whole: an ETag that fits comes later. */
export const answerOf = (route: Route, request: IncomingMessage, source: ServedAnswers): Answer => {
  if (isCdn(route)) return fileAnswer(fileOf(route, source));
  // Every SDK sends its key; which one it is does not matter here.
  if (!request.headers.authorization) return errorAnswer(401, 'Invalid API key.');
  return apiAnswer(route, source);
};
