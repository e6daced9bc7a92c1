import { describe, expect, it } from 'vitest';
import { type Missing, colorReader } from '../../../shared/paywall/style/colors.ts';
import { problemLog } from '../../../shared/paywall/problems.ts';
import { type Wire, hex } from './screens.ts';

const alias = (value: unknown): Wire => ({ type: 'alias', value });

const gradient = (...colors: readonly unknown[]): Wire => ({
  type: 'linear',
  degrees: 90,
  points: colors.map((color, index) => ({ color, percent: index * 100 })),
});

const colors: Wire = {
  brand: { light: hex('#ff0000ff'), dark: hex('#880000ff') },
  plain: { light: hex('#00ff00') },
  again: { light: alias('brand'), dark: alias('brand') },
  shine: { light: gradient('#111111', '#222222') },
  here: { light: alias('there') },
  there: { light: alias('here') },
};

const read = (value: unknown, missing: Missing = 'transparent', isFlat = false) => {
  const log = problemLog();
  const reader = colorReader({ value: { app: { colors } }, place: 'ui_config' }, log);
  const scheme = (isFlat ? reader.flat : reader.scheme)({ value, place: 'color' }, missing);
  return { scheme, problems: log.list().map(({ code, place }) => `${code} ${place}`) };
};

describe('a color', () => {
  it.each([
    ['stays as it is', { light: hex('#a1b2c3d4') }, { light: hex('#a1b2c3d4') }],
    [
      'is looked up by its name, for each mode',
      { light: alias('brand'), dark: alias('brand') },
      { light: hex('#ff0000ff'), dark: hex('#880000ff') },
    ],
    [
      'is light in both modes where it has no dark one',
      { light: alias('brand') },
      { light: hex('#ff0000ff') },
    ],
    [
      'has the light color of a name that has no dark one',
      { light: hex('#000000'), dark: alias('plain') },
      { light: hex('#000000'), dark: hex('#00ff00') },
    ],
    [
      'is found through several names',
      { light: alias('again'), dark: alias('again') },
      { light: hex('#ff0000ff'), dark: hex('#880000ff') },
    ],
    [
      'may be a gradient behind a name',
      { light: alias('shine') },
      { light: gradient('#111111', '#222222') },
    ],
    [
      'is plain where a gradient has one point',
      { light: gradient('#333333') },
      { light: hex('#333333') },
    ],
    ['is absent as null', null, null],
    ['is absent as {}', {}, null],
    ['has no dark one as {}', { light: hex('#000000'), dark: {} }, { light: hex('#000000') }],
  ])('%s', (_, value, expected) => {
    expect(read(value)).toEqual({ scheme: expected, problems: [] });
  });

  it.each([
    ['of an unknown name', { light: alias('nope') }, 'unknown-color color.light'],
    [
      'of a name that every object has',
      { light: alias('constructor') },
      'unknown-color color.light',
    ],
    [
      'of names in a circle',
      { light: alias('here') },
      'unknown-color ui_config.app.colors.there.light',
    ],
    ['that would write CSS', { light: hex('red;background:url(x)') }, 'unknown-value color.light'],
    ['without a light one', { dark: hex('#000000') }, 'unknown-value color.light'],
    ['of no type', { light: '#000000' }, 'unknown-value color.light'],
    ['of a gradient without points', { light: { type: 'radial' } }, 'unknown-value color.light'],
  ])('%s disturbs nothing, and text stays readable', (_, value, problem) => {
    expect([read(value), read(value, 'readable')].map(({ scheme }) => scheme?.['light'])).toEqual([
      hex('#00000000'),
      hex('#000000ff'),
    ]);
    expect(read(value).problems).toEqual([problem]);
  });

  it('is the first one of a gradient where none can be drawn', () => {
    expect(read({ light: gradient('#111111', '#222222') }, 'readable', true)).toEqual({
      scheme: { light: hex('#111111') },
      problems: ['not-in-preview color'],
    });
  });

  it('of a gradient leaves out the points that are no colors', () => {
    expect(read({ light: gradient('#111111', 'url(x)', hex('#222222')) })).toEqual({
      scheme: {
        light: {
          type: 'linear',
          degrees: 90,
          points: [
            { color: '#111111', percent: 0 },
            { color: '#222222', percent: 200 },
          ],
        },
      },
      problems: ['unknown-value color.light.points.1.color'],
    });
  });
});
