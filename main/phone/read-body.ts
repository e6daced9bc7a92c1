import type { IncomingMessage } from 'node:http';

/** What an SDK posts is far smaller. */
export const mostBodyBytes = 1_000_000;

/** The whole body; null: it is too long, or its sender is gone. What is too long is not kept. */
export const readBody = (request: IncomingMessage): Promise<Buffer | null> => {
  const { promise, resolve } = Promise.withResolvers<Buffer | null>();
  let pieces: Buffer[] = [];
  let sizeBytes = 0;
  request.on('data', (piece: Buffer) => {
    sizeBytes += piece.length;
    if (sizeBytes <= mostBodyBytes) {
      pieces.push(piece);
      return;
    }
    pieces = [];
    resolve(null);
  });
  request.once('end', () => resolve(Buffer.concat(pieces)));
  request.once('close', () => resolve(null));
  // Whoever waits hears of its end.
  request.on('error', () => undefined);
  return promise;
};
