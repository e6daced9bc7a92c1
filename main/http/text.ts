import { createHash } from 'node:crypto';
import type { Outcome, TextBody } from './http.ts';

/** Takes the chunks of a body that is text. */
export interface TextSink {
  readonly take: (chunk: Uint8Array) => void;
  /** Once all of it has come. */
  outcome(): Outcome<TextBody>;
}

const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

export const createTextSink = (): TextSink => {
  const chunks: Uint8Array[] = [];
  const hash = createHash('sha256');
  return Object.freeze({
    take: (chunk: Uint8Array) => {
      chunks.push(chunk);
      hash.update(chunk);
    },
    outcome: (): Outcome<TextBody> => {
      const bytes = Buffer.concat(chunks);
      const text = decode(bytes);
      if (text === null) return { kind: 'malformed', problem: 'the body is not UTF-8 text' };
      return { kind: 'ok', body: { text, sizeBytes: bytes.length, hash: hash.digest('hex') } };
    },
  });
};
