import type { PaywallProps } from '../../shared/paywall/prepare-screen.ts';
import { until } from './waiting.ts';

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

const addressOf = (font: unknown): readonly string[] => {
  const web = member(font, 'web');
  const [url, family] = [member(web, 'url'), member(web, 'family')];
  // The renderer passes over one that has not both.
  return typeof url === 'string' && url !== '' && Boolean(family) ? [url] : [];
};

/** The files of the fonts that the renderer registers for these props. */
export const fontAddressesOf = ({ uiConfig }: PaywallProps): readonly string[] => {
  const fonts = member(uiConfig['app'], 'fonts');
  return typeof fonts === 'object' && fonts !== null ? Object.values(fonts).flatMap(addressOf) : [];
};

const isLoadable = async (url: string): Promise<boolean> => {
  try {
    await new FontFace('probe', `url(${url})`).load();
    return true;
  } catch {
    return false;
  }
};

/**
 * Resolves when the renderer has added every font that can be loaded. It says nothing about when
 * that is, nor whether one failed.
 */
export const fontsDecided = async (addresses: readonly string[]): Promise<void> => {
  const found = await Promise.all(addresses.map(isLoadable));
  const expected = found.filter(Boolean).length;
  await until(() => document.fonts.size >= expected, 2_000);
  await document.fonts.ready;
};

const unquoted = (family: string): string => family.trim().replaceAll(/^["']|["']$/g, '');

/** The family that a text asks for first. */
export const familyOf = (element: Element): string =>
  unquoted(getComputedStyle(element).fontFamily.split(',')[0] ?? '');

/** The renderer gives the families of a paywall's own fonts this beginning. */
const ownFamily = 'RevCatPaywall-';

/** Whether a family is one of the system's or has a face that was loaded. */
export const isFamilyThere = (family: string): boolean =>
  !family.startsWith(ownFamily) ||
  [...document.fonts].some((face) => unquoted(face.family) === family && face.status === 'loaded');
