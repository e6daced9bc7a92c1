import { z } from 'zod';
import type { Decoded } from '../model/decode.ts';
import {
  type FaultKind,
  type FaultScope,
  type Pace,
  type Target,
  appliesTo,
  connectFaults,
  faultScopes,
  isFaultStatus,
  matches,
  requestScopes,
  socketFaults,
} from '../faults.ts';
import { hint, shown } from './say.ts';
import { parsedBy, strict, textSchema, wholeNumber } from './schema.ts';
import { delaySchema, rateSchema } from './values.ts';

/** A fault as a scenario switches it on. */
export interface FaultInput {
  readonly target: Target;
  readonly kind: FaultKind;
  readonly times?: number;
}

/** How slowly some requests are answered from now on. */
export interface SlowInput {
  readonly target: Target;
  readonly pace: Pace;
}

const words = [...connectFaults, ...socketFaults];

const parseKind = (value: unknown): Decoded<FaultKind> => {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return { ok: true, value: word };
  if (isFaultStatus(value)) return { ok: true, value };
  if (typeof value === 'number')
    return { ok: false, problem: `a status must be from 400 to 599, not ${String(value)}` };
  const start = value === undefined ? 'is missing' : `must not be ${shown(value)}`;
  const meant = typeof value === 'string' ? hint(value, words) || ';' : ';';
  const allowed = `a status from 400 to 599, ${words.join(', ')}`;
  return { ok: false, problem: `${start}${meant} allowed here: ${allowed}` };
};

const scopeSchema = z.enum(faultScopes);
const targetShape = { what: scopeSchema, id: textSchema.exactOptional() };

interface Aim {
  readonly what: FaultScope;
  readonly id?: string;
}

const targetOf = ({ what, id }: Aim): Target => (id === undefined ? { what } : { what, id });

/** Offerings and lists belong to no workflow: with an id nothing would ever match. */
const canHaveId = ({ what, id }: Aim): boolean =>
  id === undefined || (what !== 'offerings' && what !== 'list');

const noId = {
  path: ['id'],
  message:
    'an id names one workflow: leave it out for offerings and list; allowed with detail, cdn, asset, backend, all',
};

/** Some requests: of a kind, and perhaps of one workflow. */
export const targetSchema: z.ZodType<Target> = strict(targetShape)
  .refine(canHaveId, noId)
  .transform(targetOf);

const canApply = ({ what, with: kind }: Aim & { readonly with: FaultKind }): boolean =>
  requestScopes.some((scope) => matches({ what }, { scope, ids: [] }) && appliesTo(kind, scope));

export const faultSchema: z.ZodType<FaultInput> = strict({
  ...targetShape,
  with: parsedBy(parseKind),
  times: wholeNumber(1, 1_000_000).exactOptional(),
})
  .refine(canHaveId, noId)
  .refine(canApply, {
    path: ['with'],
    message: '`wrong-hash` is for bodies and assets; allowed with cdn, asset, all',
  })
  .transform(({ with: kind, times, ...aim }) => {
    const fault = { target: targetOf(aim), kind };
    return times === undefined ? fault : { ...fault, times };
  });

export const slowSchema: z.ZodType<SlowInput> = strict({
  ...targetShape,
  latency: delaySchema.exactOptional(),
  jitter: delaySchema.exactOptional(),
  rate: rateSchema.exactOptional(),
})
  .refine(canHaveId, noId)
  .refine(
    ({ latency, jitter, rate }) => [latency, jitter, rate].some((value) => value !== undefined),
    {
      message: 'must say how slow; allowed here: latency, jitter, rate',
    },
  )
  .transform(({ latency, jitter, rate, ...aim }) => ({
    target: targetOf(aim),
    pace: { latencyMs: latency ?? 0, jitterMs: jitter ?? 0, bytesPerSecond: rate ?? null },
  }));
