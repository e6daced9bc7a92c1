import { z } from 'zod';
import { outlineSchema } from '../workflow/outline.ts';
import { text } from './text.ts';

/** Names a body of what has this id, as a row does. */
export const bodySchema = z.strictObject({ id: text, bodyHash: text });

/** What the preview needs of a workflow, and what the window needs to walk through it. */
export const paperSchema = z.strictObject({
  outline: outlineSchema,
  /** With `screens` by id and `uiConfig`. */
  json: z.string(),
});

/** What a workflow came in, and what a window has not got with its paper. */
export const envelopeSchema = z.strictObject({
  action: z.enum(['inline', 'use_cdn']),
  /** Of the body; null: it came with the envelope. */
  url: z.string().nullable(),
  hash: z.string().nullable(),
  envelopeBytes: z.number(),
  bodyBytes: z.number().nullable(),
  /** JSON: everything but `screens` and `uiConfig`. */
  head: z.string(),
});
