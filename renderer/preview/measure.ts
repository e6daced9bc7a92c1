import type { Finding } from '../../shared/paywall/preview-page.ts';
import { findOverflows } from './measure/boxes.ts';
import { contrastFindings } from './measure/contrast.ts';
import { findCuts } from './measure/cuts.ts';
import { finding } from './measure/finding.ts';
import { findMissingFonts, findMissingMedia, findMissingVideos } from './measure/loads.ts';
import { findOverlaps } from './measure/overlaps.ts';
import { findSideways } from './measure/sideways.ts';
import { findWords } from './measure/words.ts';
import { countTexts, findTexts, fragmentsOf, looked } from './texts.ts';

/** Many times what any designer writes: a hostile paywall must not keep the page busy for ever. */
const mostTexts = 1_000;
const mostFragments = 3_000;
const budgetMs = 1_500;

const stopwatch = (ms: number): (() => boolean) => {
  const startedAt = performance.now();
  return () => performance.now() - startedAt < ms;
};

const notAll = (detail: string): Finding =>
  finding('not-all-measured', '', detail, { x: 0, y: 0, width: 0, height: 0 });

/** Looks at what is mounted, once it has settled, for what nobody can have wanted. */
export const measure = async (stage: HTMLElement): Promise<readonly Finding[]> => {
  const hasTime = stopwatch(budgetMs);
  const texts = findTexts(stage, mostTexts);
  const lines = texts.flatMap(fragmentsOf);
  const fragments = lines.slice(0, mostFragments);
  const found = [
    ...findWords(texts),
    ...findOverflows(fragments),
    ...findCuts(fragments, stage, hasTime),
    ...findOverlaps(fragments, stage, hasTime),
    ...findSideways(stage),
    ...findMissingFonts(fragments),
    ...findMissingVideos(stage),
  ];
  const isWhole = countTexts(stage) <= mostTexts && lines.length === fragments.length && hasTime();
  return [
    ...(isWhole ? [] : [notAll('this has more texts than are looked at')]),
    ...found,
    ...(await findMissingMedia(stage)),
  ];
};

/** Texts that are hard to read, as far as the styles of what is behind them tell. */
export const measureContrast = (stage: HTMLElement): readonly Finding[] => {
  const hasTime = stopwatch(budgetMs);
  const found = contrastFindings(stage, hasTime);
  return hasTime() ? found : [notAll('this has more texts than contrasts are looked at'), ...found];
};

/** How much taller the screen would have to be to show all at once. */
export const hiddenHeight = (stage: HTMLElement): number => {
  const scrollers = [...looked(stage).querySelectorAll('.paywall-content-scroll')];
  return Math.max(
    0,
    ...scrollers.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
  );
};
