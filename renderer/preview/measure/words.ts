import type { Finding } from '../../../shared/paywall/preview-page.ts';
import type { PaywallText } from '../texts.ts';
import { finding } from './finding.ts';

const invisible = /[\s\u200b-\u200f\u2060-\u2064\ufeff]/gu;

const leftover = /\{\{|\}\}|\bundefined\b|\bNaN\b|\[object Object\]/;

/** Texts that say nothing, or that were not filled in. */
export const findWords = (texts: readonly PaywallText[]): readonly Finding[] =>
  texts.flatMap(({ element, words }) => {
    const area = element.getBoundingClientRect();
    const content = element.textContent;
    if (content.replaceAll(invisible, '') === '')
      return [finding('empty-text', words, 'a text says nothing', area)];
    const [found] = leftover.exec(content) ?? [];
    return found === undefined
      ? []
      : [finding('unresolved-text', words, `has "${found}" in it`, area)];
  });
