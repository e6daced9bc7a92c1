import type { PaywallProps } from '../../shared/paywall/prepare-screen.ts';
import { fontsOf, nameOf, ownFamily, unquoted } from './registered-fonts.ts';
import { until } from './waiting.ts';

/** The files of the fonts that the renderer registers for these props. */
export const fontAddressesOf = (props: PaywallProps): readonly string[] =>
  fontsOf(props).map(({ url }) => url);

const nameOfFace = ({ family, weight, style }: FontFace): string => nameOf(family, weight, style);

/** Whether each of a paywall's fonts has come. */
export const areFontsThere = (props: PaywallProps): boolean => {
  const there = new Set([...document.fonts].map(nameOfFace));
  return fontsOf(props).every(({ name }) => there.has(name));
};

/** Takes away what the paywall does not use, and what was registered more often than it says. */
export const keepFonts = (props: PaywallProps): void => {
  const left = fontsOf(props).map(({ name }) => name);
  for (const face of [...document.fonts]) {
    const place = left.indexOf(nameOfFace(face));
    if (place === -1) document.fonts.delete(face);
    else left.splice(place, 1);
  }
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

/** The family that a text asks for first. */
export const familyOf = (element: Element): string =>
  unquoted(getComputedStyle(element).fontFamily.split(',')[0] ?? '');

/** Whether a family is one of the system's or has a face that was loaded. */
export const isFamilyThere = (family: string): boolean =>
  !family.startsWith(ownFamily) ||
  [...document.fonts].some((face) => unquoted(face.family) === family && face.status === 'loaded');
