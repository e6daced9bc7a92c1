import { expect, test } from './support/framed.ts';
import {
  type Component,
  button,
  carousel,
  fixed,
  gradient,
  hex,
  image,
  layers,
  stack,
  text,
} from './support/paywalls.ts';
import { main, packageOf, show } from './support/screens.ts';

test.describe('a hostile paywall', () => {
  // Seconds of work, on a machine that may be busy with other tests.
  test.describe.configure({ timeout: 120_000 });

  const nested = (levels: number): Component =>
    levels === 0 ? text('Deep down') : stack([nested(levels - 1)]);
  const script =
    '<img src=https://evil.test/x onerror="parent.postMessage(1, \'*\')"><script>alert(1)</script>';
  const many = (count: number, make: (index: number) => Component) =>
    Array.from({ length: count }, (_, index) => make(index));

  const cases: Readonly<Record<string, readonly Component[]>> = {
    'with script in everything': [
      text(script),
      text(`[press](javascript:alert(1)) [x](https://evil.test/"onclick="alert(1)) ${script}`),
      { ...image(`https://evil.test/"><script>alert(1)</script>.svg`), id: script, name: script },
      { ...packageOf('monthly'), id: script, name: script },
      stack([text('x')], {
        id: '"><svg onload=alert(1)>',
        background: { type: 'color', value: hex('red;background:url(https://evil.test/a)') },
      }),
      button(
        { type: 'navigate_to', destination: 'url', url: { url_lid: 'javascript:alert(1)' } },
        'Url',
      ),
    ],
    'of enormous sizes': [
      text('Huge', {
        font_size: 1e9,
        size: fixed(1e9, 1e9),
        margin: { top: 1e9, bottom: 1e9, leading: -1e9, trailing: 1e9 },
      }),
      stack([text('Wide')], { size: fixed(1e9, 1e9), spacing: 1e9 }),
      { ...image('https://a.test/a.svg'), size: fixed(1e9, 1e9) },
    ],
    'with a text of a megabyte': [text('word '.repeat(200_000))],
    'with a word of a megabyte': [text('w'.repeat(1_000_000))],
    'that is nested deeply': [nested(70)],
    'of 10,000 texts': many(10_000, (index) => text(`Text ${index}`)),
    'of 10,000 texts over each other': [layers(many(10_000, (index) => text(`Text ${index}`)))],
    'of 10,000 packages': many(10_000, () => packageOf('monthly')),
    'of 10,000 pictures': many(10_000, (index) => image(`https://a.test/${index}.svg`)),
    'of 10,000 carousels': many(10_000, () => carousel([stack([text('Page')])], { loop: true })),
    'of 10,000 stacks with gradients': many(10_000, () =>
      stack([], {
        size: fixed(100, 10),
        background: gradient('#ff0000', '#00ff00', 10),
      }),
    ),
  };

  for (const [name, components] of Object.entries(cases))
    test(`${name} is shown, and leaves the page alive`, async ({ framed }) => {
      await framed.tell(main(components), show(1));
      await framed.next('shown', 1);
      await framed.next('settled', 1);
      await framed.tell(main([text('All is well')]), show(2));
      expect((await framed.next('settled', 2)).findings).toEqual([]);
      expect([framed.outside, framed.complaints]).toEqual([[], []]);
      expect(await framed.news()).not.toContain(1);
    });

  test('says so where it cannot be measured as a whole', async ({ framed }) => {
    await framed.tell(main(many(3_000, (index) => text(`Text ${index}`))), show(1));
    const { findings } = await framed.next('settled', 1);
    expect(findings.map(({ kind }) => kind)).toContain('not-all-measured');
  });
});
