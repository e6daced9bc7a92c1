import { z } from 'zod';
import { stageSetUpSchema } from '../stage/set-up.ts';
import { text } from './text.ts';

/** One look at every wanted screen. */
const lookSchema = z.strictObject({
  device: stageSetUpSchema.shape.device,
  isSideways: z.boolean(),
  colorMode: stageSetUpSchema.shape.colorMode,
  locale: stageSetUpSchema.shape.locale,
  pseudo: stageSetUpSchema.shape.pseudo,
});

/** Which screens, and how each of them. */
export const picturesWantedSchema = z.strictObject({
  kind: z.enum(['workflow', 'own-paywall', 'default-paywall']),
  id: text,
  /** Null for the default paywall, which is made here. */
  bodyHash: text.nullable(),
  /** Whose packages are sold where a screen does not say it. */
  offeringId: text.nullable(),
  /** Empty: all of them. */
  screenIds: z.array(text).max(1_000),
  looks: z.array(lookSchema).min(1).max(500),
});
