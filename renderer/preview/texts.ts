/** A text component as the renderer draws it. */
export interface PaywallText {
  readonly element: HTMLElement;
  /** What it says, in one line, cut where it is long. */
  readonly words: string;
}

/** A piece of a text on one line, in one style. */
export interface Fragment {
  readonly text: PaywallText;
  /** The element whose style it has. */
  readonly styled: HTMLElement;
  readonly words: string;
  readonly rect: DOMRect;
}

// The renderer gives its elements no names: a text is a span with a font in a span.
const textSelector = 'span > span[style*="font-size"]';

/** A carousel that goes round has its first and last pages twice. */
const copySelector = '.page[aria-hidden="true"]';

const longest = 80;

const inOneLine = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};

const isShown = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/** What a person looks at: an open sheet takes it all. */
export const looked = (stage: HTMLElement): HTMLElement =>
  stage.querySelector<HTMLElement>('.sheet') ?? stage;

/** How many texts there are, be they shown or not. */
export const countTexts = (stage: HTMLElement): number =>
  looked(stage).querySelectorAll(textSelector).length;

/** Every text of the paywall, wherever it is scrolled to; of very many the first. */
export const findTexts = (
  stage: HTMLElement,
  most = Number.POSITIVE_INFINITY,
): readonly PaywallText[] =>
  [...looked(stage).querySelectorAll<HTMLElement>(textSelector)]
    .slice(0, most)
    .filter((element) => isShown(element) && element.closest(copySelector) === null)
    .map((element) => ({ element, words: inOneLine(element.textContent) }));

const textNodes = (element: HTMLElement): readonly Text[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) found.push(walker.currentNode);
  return found;
};

const fragmentsOfNode = (text: PaywallText, node: Text): readonly Fragment[] => {
  const styled = node.parentElement;
  if (styled === null || node.data.trim() === '') return [];
  const range = document.createRange();
  range.selectNodeContents(node);
  const words = inOneLine(node.data);
  return [...range.getClientRects()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .map((rect) => ({ text, styled, words, rect }));
};

/** The lines of a text, each in as many pieces as it has styles. */
export const fragmentsOf = (text: PaywallText): readonly Fragment[] =>
  textNodes(text.element).flatMap((node) => fragmentsOfNode(text, node));

/** Whether a text lies on a page of a carousel that is not turned to. */
export const isOnOtherPage = ({ element }: PaywallText): boolean =>
  element.closest('.page[aria-current="false"]') !== null;
