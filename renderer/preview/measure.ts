import type { Finding } from '../../shared/paywall/preview-page.ts';
import { findOverflows } from './measure/boxes.ts';
import { findCuts } from './measure/cuts.ts';
import { findMissingFonts, findMissingMedia, findMissingVideos } from './measure/loads.ts';
import { findOverlaps } from './measure/overlaps.ts';
import { findSideways } from './measure/sideways.ts';
import { findWords } from './measure/words.ts';
import { findTexts, fragmentsOf, looked } from './texts.ts';

/** Looks at what is mounted, once it has settled, for what nobody can have wanted. */
export const measure = async (stage: HTMLElement): Promise<readonly Finding[]> => {
  const texts = findTexts(stage);
  const fragments = texts.flatMap(fragmentsOf);
  return [
    ...findWords(texts),
    ...findOverflows(fragments),
    ...findCuts(fragments, stage),
    ...findOverlaps(fragments, stage),
    ...findSideways(stage),
    ...findMissingFonts(fragments),
    ...findMissingVideos(stage),
    ...(await findMissingMedia(stage)),
  ];
};

/** How much taller the screen would have to be to show all at once. */
export const hiddenHeight = (stage: HTMLElement): number => {
  const scrollers = [...looked(stage).querySelectorAll('.paywall-content-scroll')];
  return Math.max(
    0,
    ...scrollers.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
  );
};
