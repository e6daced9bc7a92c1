import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { LiveTrouble } from '../../shared/contract/live.ts';
import type { NoAnswerReason } from '../../shared/errors.ts';

/** What a host answered to a question for the offerings. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Of an error: its body, as text. */
  readonly text: string | null;
}

/** Takes out of a text what nobody is to see. */
export type Hide = (text: string) => string;

const plain: Omit<LiveTrouble, 'kind'> = {
  reason: null,
  status: null,
  code: null,
  said: null,
  retryAfterSeconds: null,
};

const errorBody = z.object({
  code: z.int().nullable().catch(null),
  message: z.string().nullable().catch(null),
});

const mostWords = 300;

/** On one line, with nothing in it that steers what shows it. */
const shown = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, mostWords);

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** How RevenueCat's backend writes errors; null: this is none of them. */
const errorIn = (text: string | null, hide: Hide): Pick<LiveTrouble, 'code' | 'said'> | null => {
  const parsed = errorBody.safeParse(json(text ?? ''));
  if (!parsed.success || (parsed.data.code === null && parsed.data.message === null)) return null;
  const { code, message } = parsed.data;
  // Before it is cut: half of a secret would not be known any more.
  return { code, said: message === null ? null : shown(hide(message)) };
};

const secondsIn = (value: string | undefined): number | null =>
  value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : null;

const kindOf = (status: number, isError: boolean): LiveTrouble['kind'] => {
  if (status === 401 || status === 403) return 'key-refused';
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'broken';
  return isError ? 'refused' : 'other-host';
};

const isJson = (type: string | undefined): boolean => /[/+]json\b/i.test(type ?? '');

export const noKey: LiveTrouble = { ...plain, kind: 'no-key' };

/** Why nobody answered. */
export const silence = (reason: NoAnswerReason): LiveTrouble => ({
  ...plain,
  kind: 'no-answer',
  reason,
});

/** What is wrong with an answer to the question for the offerings; null: nothing that shows yet. */
export const troubleIn = ({ status, headers, text }: Answered, hide: Hide): LiveTrouble | null => {
  if (status === 304) return null;
  if (status >= 200 && status < 300)
    return isJson(headers['content-type']) ? null : { ...plain, kind: 'other-host', status };
  const error = errorIn(text, hide);
  return {
    ...plain,
    ...error,
    // RevenueCat says what it refuses: who answers 404 with anything else is somebody else.
    kind: kindOf(status, error !== null),
    status,
    retryAfterSeconds: secondsIn(headers['retry-after']),
  };
};
