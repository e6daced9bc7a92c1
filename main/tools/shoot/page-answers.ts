import { z } from 'zod';

const areaSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

const findingSchema = z.object({
  kind: z.string(),
  subject: z.string(),
  detail: z.string(),
  area: areaSchema,
});

const pieceSchema = z.object({
  text: z.string(),
  area: areaSchema,
  color: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  fontSizePx: z.number(),
  fontWeight: z.number(),
});

/** What the page answers, by what it was asked for; it is another process, so it is looked at. */
export const answers = {
  show: z.undefined(),
  settle: z.undefined(),
  measure: z.array(findingSchema),
  textPieces: z.array(pieceSchema),
  setTextHidden: z.undefined(),
  samplePicture: z.array(z.array(z.number())),
  hiddenHeight: z.number(),
  takeEvents: z.array(z.looseObject({ kind: z.string(), message: z.string().optional() })),
} as const;

export type Question = keyof typeof answers;
export type Answer<Asked extends Question> = z.infer<(typeof answers)[Asked]>;

/** Something about a mounted paywall that nobody can have wanted. */
export type Finding = z.infer<typeof findingSchema>;
/** A piece of text that can be seen. */
export type TextPiece = z.infer<typeof pieceSchema>;
