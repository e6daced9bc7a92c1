import { type Framed, expect, test } from './support/framed.ts';
import {
  type Component,
  color,
  fixed,
  gradient,
  hex,
  imageBackground,
  stack,
  text,
} from './support/paywalls.ts';
import { main, show } from './support/screens.ts';

test.describe('texts that are hard to read', () => {
  const contrast = async (framed: Framed, components: readonly Component[]) => {
    await framed.tell(main(components), show(1));
    const { findings } = await framed.next('settled', 1);
    return findings.map(({ kind, subject, detail }) => `${kind}: ${subject} ${detail}`);
  };
  const grey = (words: string): Component => text(words, { color: hex('#777777') });

  test('are found by what is behind them', async ({ framed }) => {
    const components = [
      stack([grey('On grey')], { background: color('#dddddd') }),
      stack([grey('On half grey')], { background: color('#bbbbbb80') }),
      grey('On white, nearly enough'),
      text('Black'),
      stack([], { size: fixed(10, 2_000) }),
      stack([grey('Far down')], { background: color('#dddddd') }),
    ];
    expect(await contrast(framed, components)).toEqual([
      'low-contrast: On grey has a contrast of 3.2, less than 4.5',
      'low-contrast: On half grey has a contrast of 3.2, less than 4.5',
      'low-contrast: On white, nearly enough has a contrast of 4.4, less than 4.5',
      'low-contrast: Far down has a contrast of 3.2, less than 4.5',
    ]);
  });

  test('are told on gradients by where they stand', async ({ framed }) => {
    const wide = { size: { width: { type: 'fill' }, height: { type: 'fit' } } };
    const dark = (words: string, horizontal_alignment: string): Component =>
      stack([text(words, { ...wide, horizontal_alignment })], {
        background: gradient('#ffffff', '#000000'),
      });
    const found = await contrast(framed, [
      dark('At the light end', 'leading'),
      dark('At the dark end', 'trailing'),
    ]);
    expect(found).toEqual([expect.stringContaining('low-contrast: At the dark end')]);
  });

  test('are passed over where a picture is behind them', async ({ framed }) => {
    const url = 'https://a.test/a.svg';
    await framed.tell(
      main([grey('On a picture')], { background: imageBackground(url) }),
      show(1, { files: { [url]: 'dot.svg' } }),
    );
    expect((await framed.next('settled', 1)).findings).toEqual([]);
  });
});
