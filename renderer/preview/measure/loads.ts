import type { Finding, FindingKind } from '../../../shared/paywall/preview-page.ts';
import { familyOf, isFamilyThere } from '../fonts.ts';
import { type Medium, findFiles, findVideos, isLoadable } from '../media.ts';
import type { Fragment } from '../texts.ts';
import { finding } from './finding.ts';

const kinds = {
  image: 'image-not-loaded',
  background: 'background-not-loaded',
  icon: 'icon-not-loaded',
} as const satisfies Record<Medium['kind'], FindingKind>;

const isThere = async (medium: Medium): Promise<boolean> => {
  const { element } = medium;
  if (element instanceof HTMLImageElement && element.complete) return element.naturalWidth > 0;
  return await isLoadable(medium);
};

/** Pictures that did not come, or that are none. */
export const findMissingMedia = async (stage: HTMLElement): Promise<readonly Finding[]> => {
  const media = findFiles(stage);
  const areThere = await Promise.all(media.map(isThere));
  return media
    .filter((_, index) => areThere[index] === false)
    .map(({ kind, url, element }) =>
      finding(kinds[kind], url, 'was not loaded', element.getBoundingClientRect()),
    );
};

export const findMissingVideos = (stage: HTMLElement): readonly Finding[] =>
  findVideos(stage)
    .filter(({ error, readyState }) => error !== null || readyState < 2)
    .map((video) => {
      const reason = video.error?.message || 'nothing of it was loaded';
      const area = video.getBoundingClientRect();
      return finding(
        'video-not-playable',
        video.currentSrc || video.src,
        `cannot be played: ${reason}`,
        area,
      );
    });

/** Texts in a font that is not there, which are drawn in some other one. */
export const findMissingFonts = (fragments: readonly Fragment[]): readonly Finding[] =>
  fragments
    .filter(({ styled }) => !isFamilyThere(familyOf(styled)))
    .map(({ text, styled, rect }) =>
      finding(
        'font-not-loaded',
        text.words,
        `is set in ${familyOf(styled)}, which was not loaded`,
        rect,
      ),
    );
