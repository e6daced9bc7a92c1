import { failureOf, marked } from './classify.ts';
import { fileHeaders } from './headers.ts';
import { addressOf, isOnThisMachine } from './hosts.ts';
import type { FileRequest, Outcome } from './http.ts';
import { timeLimits } from './limits.ts';
import type { Exchange } from './receiver.ts';
import type { SendRecorded } from './recording.ts';

type FileOutcome = Outcome<{ readonly sizeBytes: number }>;

/** What files of the CDN are fetched through: no key, no ETag, no second host. */
export interface Files {
  fetch(request: FileRequest): Promise<FileOutcome>;
}

/** Of the other 2xx none is a whole file (B2). */
const fileOf = ({ status, sizeBytes }: Exchange): FileOutcome =>
  status === 200
    ? { kind: 'ok', body: { sizeBytes } }
    : { kind: 'malformed', problem: `the answer has the status ${String(status)}` };

/** What bodies say leads to this machine only where the backend itself is on it. */
export const createFiles = (send: SendRecorded, mayStayHere: boolean): Files => {
  const fetch = async (request: FileRequest): Promise<FileOutcome> => {
    const { subject, url, limitBytes, trace, signal, onChunk } = request;
    if (signal.aborted) return { kind: 'no-answer', reason: 'cancelled' };
    const address = addressOf(url);
    if (address === null || (isOnThisMachine(address.origin) && !mayStayHere))
      return { kind: 'malformed', problem: 'the address may not be asked' };
    const exchange = await send({
      subject,
      address,
      headers: fileHeaders,
      times: timeLimits,
      limitBytes,
      signal,
      sink: onChunk,
      trace,
    });
    const failure = failureOf(exchange, limitBytes);
    if (failure !== null) return failure;
    return marked(fileOf(exchange), exchange);
  };
  return Object.freeze({ fetch });
};
