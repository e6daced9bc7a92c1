import type { ScreenSize } from '../../../shared/stage/devices.ts';
import type { StageSetUp } from '../../../shared/stage/set-up.ts';

/** As the set-up allows them. */
export const freeLimits = { least: 200, most: 2_000 } as const;

type Held = Pick<StageSetUp, 'freeSize' | 'isSideways'>;

/** The free size as it is seen. */
export const heldSize = ({ freeSize, isSideways }: Held): ScreenSize =>
  isSideways ? { width: freeSize.height, height: freeSize.width } : freeSize;

/** The free size with another side, as it is seen. */
export const withSide = (held: Held, side: keyof ScreenSize, points: number): ScreenSize => {
  const size = { ...heldSize(held), [side]: points };
  return held.isSideways ? { width: size.height, height: size.width } : size;
};

/** Whole points within the limits; null: it is none. */
export const parseSide = (text: string): number | null => {
  const points = /^\d{3,4}$/.test(text.trim()) ? Number(text) : 0;
  return points >= freeLimits.least && points <= freeLimits.most ? points : null;
};
