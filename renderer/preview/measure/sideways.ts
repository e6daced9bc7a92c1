import type { Finding } from '../../../shared/paywall/preview-page.ts';
import { finding } from './finding.ts';

/** The innermost element that is what the scroller is too narrow for. */
const widest = (scroller: Element): Element => {
  const { left, right } = scroller.getBoundingClientRect();
  const beyond = ({ children }: Element): Element | undefined =>
    [...children].find((child) => {
      const box = child.getBoundingClientRect();
      return box.right > right + 1 || box.left < left - 1;
    });
  let found = scroller;
  for (let next = beyond(found); next !== undefined; next = beyond(found)) found = next;
  return found;
};

const nameOf = (element: Element): string => {
  const text = element.textContent.replaceAll(/\s+/g, ' ').trim().slice(0, 80);
  return text === '' ? element.outerHTML.slice(0, 80) : text;
};

/** Whether the page, or what scrolls in it, can be moved sideways. */
export const findSideways = (stage: HTMLElement): readonly Finding[] =>
  [document.documentElement, ...stage.querySelectorAll('.paywall-content-scroll, .sheet')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map((scroller) => {
      const culprit = widest(scroller);
      const excessPx = scroller.scrollWidth - scroller.clientWidth;
      const detail = `makes the screen ${excessPx} px too wide`;
      return finding('scrolls-sideways', nameOf(culprit), detail, culprit.getBoundingClientRect());
    });
