import type { Area, Finding } from '../../../shared/paywall/preview-page.ts';
import { isSeen } from '../css-color.ts';
import { excess } from '../geometry.ts';
import type { Fragment } from '../texts.ts';
import { finding } from './finding.ts';

/** Letters rarely fill the height of their line, nor do the dots of some scripts keep to it. */
export const uprightSlack = 0.2;
const sidewaysSlackPx = 1;

/** How far a piece of text reaches beyond a box, in words; null where it does not. */
export const reach = ({ rect }: Fragment, box: Area): string | null => {
  const { sideways, upright } = excess(rect, box);
  if (sideways > sidewaysSlackPx) return `by ${Math.round(sideways)} px to the side`;
  return upright > rect.height * uprightSlack ? `by ${Math.round(upright)} px in height` : null;
};

const hasBorder = (style: CSSStyleDeclaration): boolean =>
  (['Top', 'Right', 'Bottom', 'Left'] as const).some(
    (side) =>
      Number.parseFloat(style[`border${side}Width`]) > 0 && isSeen(style[`border${side}Color`]),
  );

/** Whether a person sees where the box ends. */
const isVisibleBox = (element: Element): boolean => {
  const style = getComputedStyle(element);
  return (
    isSeen(style.backgroundColor) ||
    (style.backgroundImage !== 'none' && style.backgroundClip !== 'text') ||
    style.boxShadow !== 'none' ||
    hasBorder(style)
  );
};

/** A badge hangs over the edge of its stack on purpose. */
const isBadge = (element: Element): boolean =>
  element instanceof HTMLElement &&
  element.style.position === 'absolute' &&
  element.style.zIndex === '10';

const isWholeScreen = (element: Element): boolean => element.matches('.paywall, .sheet, #stage');

/** The boxes that a text has to keep to: its own, and those around it that can be seen. */
const boxesOf = (own: HTMLElement): readonly Element[] => {
  const found: Element[] = [own];
  for (
    let at = own.parentElement;
    at !== null && !isWholeScreen(at) && !isBadge(at);
    at = at.parentElement
  )
    if (isVisibleBox(at)) found.push(at);
  return found;
};

/** Texts that are too long for what they are in. */
export const findOverflows = (fragments: readonly Fragment[]): readonly Finding[] =>
  fragments.flatMap((fragment) => {
    const { element, words } = fragment.text;
    const [first] = boxesOf(element).flatMap((box) => {
      const beyond = reach(fragment, box.getBoundingClientRect());
      return beyond === null
        ? []
        : [`overflows ${box === element ? 'its box' : 'the box it is in'} ${beyond}`];
    });
    return first === undefined ? [] : [finding('text-overflows', words, first, fragment.rect)];
  });
