import { type Observation, look } from '../../../main/tools/shoot/look.ts';
import { nowMs } from '../../../main/tools/shoot/paper.ts';
import type { PreviewPage } from '../../../main/tools/shoot/preview-page.ts';
import type { ShownPaywall } from '../../../shared/paywall/preview-page.ts';

/** Looks for all that is wrong with a paywall that needs no preparation. */
export const lookAt = (preview: PreviewPage, paywall: ShownPaywall): Promise<Observation> =>
  look(preview, async () => {
    await preview.show(paywall, nowMs);
    return [];
  });
