import type { Exchange } from './exchange.ts';
import { type Body, type Reply, bodyOf } from './reply.ts';

type Answered = Extract<Reply, { kind: 'answer' }>;
type Passing = Extract<Reply, { kind: 'passing' }>;

/** So much is handed to the socket at once, so that what is not read does not pile up here. */
const pieceBytes = 64 * 1024;
/** How often a slow body moves on. */
const sliceMs = 250;

/** How far a body may be sent at a time, counted from its start; whole milliseconds at its end. */
const sentBy = (elapsedMs: number, body: Body, rate: number): number =>
  elapsedMs >= durationMs(body, rate)
    ? body.sizeBytes
    : Math.min(body.sizeBytes, Math.floor((rate * elapsedMs) / 1000));

const durationMs = (body: Body, rate: number): number => Math.ceil((body.sizeBytes / rate) * 1000);

const writeHead = ({ response }: Exchange, reply: Answered | Passing): void => {
  response.sendDate = false;
  response.writeHead(reply.status, reply.headers);
};

/** The client sees the end as soon as it is sent, so the gauge falls before. */
const finish = (exchange: Exchange, reply: Answered, last: Uint8Array): void => {
  const { response } = exchange;
  exchange.leave();
  if (!reply.isCut) response.end(last);
  else response.write(last, () => response.socket?.destroy());
};

/** Sends the bytes from `from` to `to`, as fast as they are taken, and then goes on. */
const push = (
  exchange: Exchange,
  reply: Answered & { readonly body: Body },
  [from, to]: readonly [number, number],
  goOn: () => void,
): void => {
  if (exchange.isGone()) return;
  const { body } = reply;
  const end = Math.min(to, from + pieceBytes);
  const piece = body.slice(from, end);
  if (end === body.sizeBytes) {
    finish(exchange, reply, piece);
    return;
  }
  if (end >= body.seenAtBytes) exchange.leave();
  if (end === from) {
    goOn();
    return;
  }
  exchange.response.write(piece, () => {
    if (end === to) goOn();
    else push(exchange, reply, [end, to], goOn);
  });
};

const sendSlowly = (
  exchange: Exchange,
  reply: Answered & { readonly body: Body },
  rate: number,
): void => {
  const { body } = reply;
  exchange.response.flushHeaders();
  const from = (elapsedMs: number, sentBytes: number): void => {
    const nextMs = Math.min(elapsedMs + sliceMs, durationMs(body, rate));
    exchange.after(nextMs - elapsedMs, () => {
      const until = sentBy(nextMs, body, rate);
      push(exchange, reply, [sentBytes, until], () => {
        from(nextMs, until);
      });
    });
  };
  from(0, 0);
};

const sendAnswer = (exchange: Exchange, reply: Answered, rate: number | null): void => {
  const { body } = reply;
  writeHead(exchange, reply);
  if (body === null || exchange.request.method === 'HEAD') {
    exchange.leave();
    exchange.response.end();
  } else if (rate === null) {
    push(exchange, { ...reply, body }, [0, body.sizeBytes], () => undefined);
  } else sendSlowly(exchange, { ...reply, body }, rate);
};

const written = ({ response }: Exchange, chunk: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    // Whoever is gone takes nothing more, and is told nothing.
    response.write(chunk, () => {
      resolve();
    });
  });

/** Hands every piece on as it comes; where they end too early, so does the connection. */
const pass = async (exchange: Exchange, reply: Passing): Promise<void> => {
  const { response } = exchange;
  try {
    writeHead(exchange, reply);
    response.flushHeaders();
    for await (const chunk of reply.chunks) {
      if (exchange.isGone()) return;
      await written(exchange, chunk);
    }
    exchange.leave();
    response.end();
  } catch {
    exchange.leave();
    response.socket?.destroy();
  }
};

/** Waits for all of it: only then is it known how long it takes to send it slowly. */
const collected = async ({ status, headers, chunks }: Passing): Promise<Answered> => {
  const pieces: Uint8Array[] = [];
  let isCut = false;
  try {
    for await (const chunk of chunks) pieces.push(chunk);
  } catch {
    isCut = true;
  }
  return { kind: 'answer', status, headers, body: bodyOf(Buffer.concat(pieces)), isCut };
};

const sendPassing = async (
  exchange: Exchange,
  reply: Passing,
  rate: number | null,
): Promise<void> => {
  if (rate === null) await pass(exchange, reply);
  else send(exchange, await collected(reply), rate);
};

/** Shows a reply to the client, its body at that rate (bytes per second; null: at once). */
export const send = (exchange: Exchange, reply: Reply, rate: number | null): void => {
  if (exchange.isGone()) return;
  switch (reply.kind) {
    case 'reset':
      exchange.leave();
      exchange.request.socket.resetAndDestroy();
      return;
    case 'silence':
      exchange.park();
      return;
    case 'passing':
      void sendPassing(exchange, reply, rate);
      return;
    case 'answer':
      sendAnswer(exchange, reply, rate);
  }
};
