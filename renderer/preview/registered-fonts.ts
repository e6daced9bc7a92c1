import type { PaywallProps } from '../../shared/paywall/prepare-screen.ts';

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

export const unquoted = (family: string): string => family.trim().replaceAll(/^["']|["']$/g, '');

/** A font as it is registered: its name among all fonts, and its file. */
interface Registered {
  readonly name: string;
  readonly url: string;
}

/** The renderer gives the families of a paywall's own fonts this beginning. */
export const ownFamily = 'RevCatPaywall-';

export const nameOf = (family: string, weight: unknown, style: unknown): string =>
  JSON.stringify([unquoted(family), String(weight), style]);

const registered = (font: unknown): readonly Registered[] => {
  const web = member(font, 'web');
  const [url, family] = [member(web, 'url'), member(web, 'family')];
  // The renderer passes over one that has not both.
  if (typeof url !== 'string' || url === '' || typeof family !== 'string' || family === '')
    return [];
  const [weight, style] = [member(web, 'weight') ?? 400, member(web, 'style') ?? 'normal'];
  return [{ name: nameOf(`${ownFamily}${family}`, weight, style), url }];
};

/** What the renderer registers for these props. */
export const fontsOf = ({ uiConfig }: PaywallProps): readonly Registered[] => {
  const fonts = member(uiConfig['app'], 'fonts');
  return typeof fonts === 'object' && fonts !== null
    ? Object.values(fonts).flatMap(registered)
    : [];
};

/** Whether no font of one is another one of the same name in the other: names are the document's. */
export const areFontsOfOneMind = (one: PaywallProps, other: PaywallProps): boolean => {
  const files = new Map<string, Set<string>>();
  for (const { name, url } of [...fontsOf(one), ...fontsOf(other)])
    files.set(name, (files.get(name) ?? new Set()).add(url));
  return [...files.values()].every(({ size }) => size === 1);
};
