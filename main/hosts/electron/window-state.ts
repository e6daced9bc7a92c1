import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import { type SettingsFile, openSettingsFile } from '../../store/settings-file.ts';

/** How the window was left. */
export interface WindowState {
  /** Neither maximised nor full screen; null: never seen. */
  readonly bounds: Readonly<Rectangle> | null;
  readonly isMaximized: boolean;
  readonly isFullScreen: boolean;
}

export const smallest = { width: 900, height: 600 } as const;
const usual = { width: 1_440, height: 900 } as const;
/** As much of the title bar must be on a screen, so that it can be got hold of. */
const grip = { width: 100, height: 24 } as const;

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});

const stateSchema: z.ZodType<WindowState> = z.object({
  bounds: boundsSchema.nullable().catch(null),
  isMaximized: z.boolean().catch(false),
  isFullScreen: z.boolean().catch(false),
});

const firstState: WindowState = { bounds: null, isMaximized: false, isFullScreen: false };

export const openWindowState = (dataFolder: string): SettingsFile<WindowState> =>
  openSettingsFile(dataFolder, 'window.json', stateSchema, firstState);

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

const hasGripOn = (bounds: Rectangle, area: Rectangle): boolean =>
  overlap(bounds.x, bounds.width, area.x, area.width) >= grip.width &&
  overlap(bounds.y, grip.height, area.y, area.height) >= grip.height;

const sizeOn = (wanted: { width: number; height: number }, area: Rectangle) => ({
  width: between(smallest.width, wanted.width, Math.max(smallest.width, area.width)),
  height: between(smallest.height, wanted.height, Math.max(smallest.height, area.height)),
});

/** What a window is made with: a place, or only a size, which the system then puts in the middle. */
export type Placement = { readonly width: number; readonly height: number } & Partial<
  Pick<Rectangle, 'x' | 'y'>
>;

/**
 * Where the window opens: where it was, if its title bar is still on a screen, and never larger than
 * that screen. The work areas are those of the screens, the main one first.
 */
export const placementOf = (
  bounds: WindowState['bounds'],
  workAreas: readonly Rectangle[],
): Placement => {
  const area = bounds === null ? undefined : workAreas.find((one) => hasGripOn(bounds, one));
  if (bounds !== null && area !== undefined)
    return { x: bounds.x, y: bounds.y, ...sizeOn(bounds, area) };
  const [main] = workAreas;
  return main === undefined ? usual : sizeOn(bounds ?? usual, main);
};

type Seen = Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized' | 'isFullScreen' | 'isMinimized'>;

/**
 * How the window is now. Minimised it says nothing of what it was before (macOS forgets that it was
 * maximised, electron/electron#34401), so what was seen last stays.
 */
export const stateOfWindow = (window: Seen, last: WindowState): WindowState =>
  window.isMinimized()
    ? last
    : {
        bounds: window.getNormalBounds(),
        isMaximized: window.isMaximized(),
        isFullScreen: window.isFullScreen(),
      };
