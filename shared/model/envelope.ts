import { z } from 'zod';
import { type Decoded, decodeValue, parseJson } from './decode.ts';

const variantsSchema = z.record(z.string(), z.string()).nullish();

const rawSchema = z.looseObject({
  action: z.unknown().optional(),
  data: z.unknown().optional(),
  url: z.unknown().optional(),
  hash: z.string().nullish(),
  enrolled_variants: variantsSchema,
});

export type EnrolledVariants = Readonly<Record<string, string>>;

/** A detail response: the workflow itself, or the address of its body. */
export type Envelope =
  | {
      readonly action: 'inline';
      readonly data: unknown;
      readonly enrolledVariants: EnrolledVariants | null;
    }
  | {
      readonly action: 'use_cdn';
      readonly url: string;
      /** SHA-256 of the body in lowercase hex; null: the body is not verified. */
      readonly hash: string | null;
      readonly enrolledVariants: EnrolledVariants | null;
    };

/** Why an answer is no envelope, with the stable error code for it. */
export interface EnvelopeProblem {
  readonly code: 'malformed' | 'unknown-action' | 'missing-data' | 'missing-url';
  readonly problem: string;
}

export type DecodedEnvelope =
  | { readonly ok: true; readonly value: Envelope }
  | { readonly ok: false; readonly error: EnvelopeProblem };

const problem = (code: EnvelopeProblem['code'], text: string): DecodedEnvelope => ({
  ok: false,
  error: { code, problem: text },
});

/** Not the inside of an action that is no text: it may be large, and deeper than can be written. */
const describeAction = (action: unknown): string => {
  if (action === undefined || action === null) return 'absent';
  return typeof action === 'string' ? JSON.stringify(action.slice(0, 60)) : 'not text';
};

const fromRaw = (raw: z.infer<typeof rawSchema>): DecodedEnvelope => {
  const enrolledVariants = raw.enrolled_variants ?? null;
  if (raw.action === 'inline') {
    if (raw.data === null || raw.data === undefined)
      return problem('missing-data', 'the envelope is inline and has no data');
    return { ok: true, value: { action: 'inline', data: raw.data, enrolledVariants } };
  }
  if (raw.action === 'use_cdn') {
    if (typeof raw.url !== 'string' || raw.url === '')
      return problem('missing-url', 'the envelope points to the CDN and has no url');
    const hash = raw.hash === undefined || raw.hash === '' ? null : raw.hash;
    return { ok: true, value: { action: 'use_cdn', url: raw.url, hash, enrolledVariants } };
  }
  return problem('unknown-action', `the action is ${describeAction(raw.action)}`);
};

export const decodeEnvelopeValue = (value: unknown): DecodedEnvelope => {
  const raw: Decoded<z.infer<typeof rawSchema>> = decodeValue(rawSchema, value);
  return raw.ok ? fromRaw(raw.value) : problem('malformed', raw.problem);
};

export const decodeEnvelope = (text: string): DecodedEnvelope => {
  const parsed = parseJson(text);
  return parsed.ok ? decodeEnvelopeValue(parsed.value) : problem('malformed', parsed.problem);
};
