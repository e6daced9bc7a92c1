import { describe, expect, it } from 'vitest';
import { colorReader } from '../../../shared/paywall/style/colors.ts';
import { type Geometry, geometryReader } from '../../../shared/paywall/style/geometry.ts';
import type { Spot } from '../../../shared/paywall/wire/places.ts';
import { problemLog } from '../../../shared/paywall/problems.ts';
import { black } from './screens.ts';

const read = (
  reading: (geometry: Geometry, spot: Spot) => unknown,
  value: unknown,
  direction: 'ltr' | 'rtl' = 'ltr',
) => {
  const log = problemLog();
  const colors = colorReader({ value: {}, place: 'ui_config' }, log);
  const result = reading(geometryReader(colors, direction, log), { value, place: 'x' });
  return { result, problems: log.list().map(({ code, place }) => `${code} ${place}`) };
};

const size = (geometry: Geometry, spot: Spot) => geometry.size(spot, 'fill', 'fit');

describe('a size', () => {
  const usual = { width: { type: 'fill' }, height: { type: 'fit' } };
  it.each([
    ['missing', undefined, usual, []],
    ['null', null, usual, []],
    ['{}', {}, usual, []],
    ['half there', { width: { type: 'fit' } }, { ...usual, width: { type: 'fit' } }, []],
    [
      'fixed',
      { width: { type: 'fixed', value: 12.5 }, height: { type: 'relative', value: 0.5 } },
      { width: { type: 'fixed', value: 12.5 }, height: { type: 'relative', value: 0.5 } },
      [],
    ],
    [
      'negative',
      { width: { type: 'fixed', value: -3 } },
      { ...usual, width: { type: 'fixed', value: 0 } },
      [],
    ],
    [
      'of an unknown type',
      { width: { type: 'stretch' }, height: { type: 'fixed' } },
      { width: { type: 'fit' }, height: { type: 'fit' } },
      ['unknown-value x.width', 'unknown-value x.height'],
    ],
  ])('that is %s can be drawn', (_, value, result, problems) => {
    expect(read(size, value)).toEqual({ result, problems });
  });
});

describe('from right to left', () => {
  it('what is leading stands on the right, though the renderer knows only left and right', () => {
    const spacing = { top: 1, bottom: 2, leading: 3, trailing: 4 };
    const corners = { top_leading: 1, top_trailing: 2, bottom_leading: 3, bottom_trailing: 4 };
    expect([
      read(({ spacing: of }, spot) => of(spot), spacing, 'rtl').result,
      read(({ shape: of }, spot) => of(spot), { type: 'rectangle', corners }, 'rtl').result,
    ]).toEqual([
      { top: 1, bottom: 2, leading: 4, trailing: 3 },
      {
        type: 'rectangle',
        corners: { top_leading: 2, top_trailing: 1, bottom_leading: 4, bottom_trailing: 3 },
      },
    ]);
  });
});

describe('geometry', () => {
  it.each<
    [string, (geometry: Geometry, spot: Spot) => unknown, unknown, unknown, readonly string[]]
  >([
    [
      'spacing',
      (g, s) => g.spacing(s),
      { top: 5 },
      { top: 5, bottom: 0, leading: 0, trailing: 0 },
      [],
    ],
    ['spacing', (g, s) => g.spacing(s), null, { top: 0, bottom: 0, leading: 0, trailing: 0 }, []],
    [
      'spacing',
      (g, s) => g.spacing(s),
      { top: '5px;color:red' },
      { top: 0, bottom: 0, leading: 0, trailing: 0 },
      ['unknown-value x.top'],
    ],
    ['shape', (g, s) => g.shape(s), null, null, []],
    ['shape', (g, s) => g.shape(s), { type: 'pill', corners: null }, { type: 'pill' }, []],
    [
      'shape',
      (g, s) => g.shape(s),
      { type: 'star' },
      {
        type: 'rectangle',
        corners: { top_leading: 0, top_trailing: 0, bottom_leading: 0, bottom_trailing: 0 },
      },
      ['unknown-value x.type'],
    ],
    ['mask', (g, s) => g.mask(s), { type: 'circle' }, { type: 'circle' }, []],
    ['border', (g, s) => g.border(s), { color: black, width: 2 }, { color: black, width: 2 }, []],
    ['border', (g, s) => g.border(s), { color: black }, null, []],
    ['border', (g, s) => g.border(s), {}, null, []],
    [
      'shadow',
      (g, s) => g.shadow(s),
      { color: black, radius: 3, y: -1 },
      { color: black, radius: 3, x: 0, y: -1 },
      [],
    ],
    ['shadow', (g, s) => g.shadow(s), null, null, []],
    [
      'dimension',
      (g, s) => g.dimension(s),
      null,
      { type: 'vertical', alignment: 'center', distribution: 'start' },
      [],
    ],
    [
      'dimension',
      (g, s) => g.dimension(s),
      { type: 'horizontal', alignment: 'leading', distribution: 'spread' },
      { type: 'horizontal', alignment: 'top', distribution: 'start' },
      ['unknown-value x.alignment', 'unknown-value x.distribution'],
    ],
    [
      'dimension',
      (g, s) => g.dimension(s),
      { type: 'zlayer', alignment: 'bottom_trailing', distribution: 'start' },
      { type: 'zlayer', alignment: 'bottom_trailing' },
      [],
    ],
  ])('reads a %s', (_, reading, value, result, problems) => {
    expect(read(reading, value)).toEqual({ result, problems });
  });
});
