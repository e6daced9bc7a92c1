import { z } from 'zod';
import type { Circumstances } from '../paywall/circumstances.ts';
import type { Moment } from '../paywall/preview-page.ts';
import type { SafeArea } from './devices.ts';
import { frameLimits } from './frame-limits.ts';

/** What a screen looks different by, as it crosses into the frame. */
export type FrameCircumstances = Omit<Circumstances, 'assetUrl'>;

/** A screen of the workflow that was loaded, as somebody wants to see it. */
export interface ScreenRequest {
  readonly screenId: string;
  readonly circumstances: FrameCircumstances;
  /** The name in the cache of each file that is there; null: files are had at their own addresses. */
  readonly files: Readonly<Record<string, string>> | null;
  readonly moment: Moment | null;
  readonly safeArea: SafeArea;
}

const areaSchema = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type FrameArea = Readonly<z.output<typeof areaSchema>>;

/** What the window tells the frame. */
export type ToFrame =
  /** `json` has `screens` by id and `uiConfig`; it stays until another one is loaded. */
  | { readonly kind: 'load'; readonly json: string }
  | { readonly kind: 'show'; readonly turn: number; readonly request: ScreenRequest }
  /** One of these may be asked for next: nothing is seen of them, and nothing is answered. */
  | { readonly kind: 'prepare'; readonly requests: readonly ScreenRequest[] }
  | { readonly kind: 'clear' }
  /** Draws a line around a part of the screen; null: around nothing. */
  | { readonly kind: 'point'; readonly area: FrameArea | null }
  /** Draws a line around what is drawn for a place of the screen's JSON. */
  | { readonly kind: 'find'; readonly place: string }
  | { readonly kind: 'ping'; readonly turn: number };

const text = z.string().max(frameLimits.letters);
const turn = z.number();
/** As the DOM names keys. */
const keyName = z.string().max(frameLimits.keyLetters);

const previewEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('purchase'), packageId: text, actionId: text }),
  z.strictObject({ kind: z.literal('action'), actionId: text }),
  z.strictObject({ kind: z.literal('back') }),
  z.strictObject({ kind: z.literal('restore') }),
  z.strictObject({ kind: z.literal('customer-center') }),
  z.strictObject({ kind: z.literal('url'), url: text }),
  z.strictObject({ kind: z.literal('complete'), url: text }),
  z.strictObject({ kind: z.literal('input'), fieldId: text, value: text }),
  z.strictObject({ kind: z.literal('interaction'), data: z.record(z.string(), z.unknown()) }),
  z.strictObject({ kind: z.literal('error'), message: text }),
]);

const problemSchema = z.strictObject({ code: text, place: text, message: text });
const findingSchema = z.strictObject({
  kind: text,
  subject: text,
  detail: text,
  area: areaSchema,
});

/** What the frame tells the window; a paywall may have got hold of it, so all of it is checked. */
export const fromFrameSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('pong'), turn }),
  z.strictObject({
    kind: z.literal('shown'),
    turn,
    locale: text,
    direction: z.enum(['ltr', 'rtl']),
    selectedPackageId: text.nullable(),
    problems: z.array(problemSchema).max(frameLimits.entries),
  }),
  /** Another package is selected now; what depends on it has been drawn again. */
  z.strictObject({ kind: z.literal('selected'), turn, packageId: text.nullable() }),
  /** Whether something is seen that was to be found. */
  z.strictObject({ kind: z.literal('found'), turn, isFound: z.boolean() }),
  /** Somebody wants to know what this is: where it stands in the screen's JSON. */
  z.strictObject({ kind: z.literal('picked'), turn, place: text }),
  /** It could not be shown. */
  z.strictObject({ kind: z.literal('failed'), turn, message: text }),
  /** Everything is loaded, or failed to; what was found when it was looked at. */
  z.strictObject({
    kind: z.literal('settled'),
    turn,
    findings: z.array(findingSchema).max(frameLimits.entries),
  }),
  z.strictObject({ kind: z.literal('event'), turn, event: previewEventSchema }),
  /** A press that the paywall has no use for, with Control or Command held down, of Escape or of `?`. */
  z.strictObject({
    kind: z.literal('key'),
    key: keyName,
    code: keyName,
    ctrl: z.boolean(),
    meta: z.boolean(),
    shift: z.boolean(),
    alt: z.boolean(),
  }),
]);

export type FromFrame = z.output<typeof fromFrameSchema>;
export type FrameProblem = Readonly<z.output<typeof problemSchema>>;
export type FrameFinding = Readonly<z.output<typeof findingSchema>>;
export type FrameEvent = z.output<typeof previewEventSchema>;
