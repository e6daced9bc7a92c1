import { expect, it } from 'vitest';
import { swatchesOf } from '../../../../renderer/inspector/json/swatches.ts';

const hex = (value: string) => ({ type: 'hex', value });
const colors = {
  brand: { light: hex('#00aa77'), dark: hex('#ffffff') },
  again: { light: { type: 'alias', value: 'brand' } },
  loop: { light: { type: 'alias', value: 'loop' } },
};

it.each<[string, unknown, readonly string[]]>([
  ['a text', '#0a7', ['#0a7']],
  ['an object', hex('rgba(1, 2, 3, 0.5)'), ['rgba(1, 2, 3, 0.5)']],
  ['one for light and one for dark', colors.brand, ['#00aa77', '#ffffff']],
  ['an alias', { type: 'alias', value: 'brand' }, ['#00aa77', '#ffffff']],
  ['an alias of an alias', { type: 'alias', value: 'again' }, ['#00aa77']],
  ['an alias of itself', { type: 'alias', value: 'loop' }, []],
  ['an alias of nothing', { type: 'alias', value: 'constructor' }, []],
  [
    'a gradient',
    {
      type: 'linear',
      points: [
        { color: '#000', percent: 0 },
        { color: '#fff', percent: 100 },
      ],
    },
    ['linear-gradient(90deg, #000 0%, #fff 100%)'],
  ],
  ['a gradient of one', { type: 'linear', points: [{ color: '#000' }] }, []],
  ['what would load something', hex('url(https://example.com/x)'), []],
  ['what would break out', hex('#fff; background: red'), []],
  ['a number', 7, []],
  ['a word', 'red herring', []],
])('%s looks like what it is', (_, value, expected) => {
  expect(swatchesOf(value, colors)).toEqual(expected);
});
