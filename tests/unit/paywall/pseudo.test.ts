import { describe, expect, it } from 'vitest';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import { pseudoText } from '../../../shared/paywall/texts/pseudo.ts';
import { getHtmlFromMarkdown } from './renderer.ts';
import {
  circumstances,
  drawnAlone,
  override,
  packageOf,
  screenOf,
  shownText,
  text,
  textsOf,
  uiConfig,
} from './screens.ts';

describe('a text in a language that nobody speaks', () => {
  it.each([
    ['Continue', '[Çöñţîñûé öñé]'],
    ['Go', '[Ĝö ö]'],
    ['{{ product.price }} a month', '[{{ product.price }} å ɱöñţĥ öñ]'],
    [
      '{{product.price|uppercase}}{{ custom.name }} ok',
      '[{{product.price|uppercase}}{{ custom.name }} öķ ö]',
    ],
    ['**Bold** ~old~ `code`', '[**Ɓöļð** ~öļð~ `çöðé` öñé]'],
    ['[Terms](https://a.test/terms_(x))', '[[Ţéŕɱš](https://a.test/terms_(x)) öñ]'],
    ['see https://a.test/page now', '[šéé https://a.test/page ñöŵ öñ]'],
    ['a&amp;b &#39; R&D', '[å&amp;ƀ &#39; Ŕ&Ð ö]'],
    ['one\\*\ntwo\\\nthree', '[öñé\\*\nţŵö\\\nţĥŕéé öñé]'],
    ['日本語のテキスト', '[日本語のテキスト öñé]'],
  ])('keeps what is no word: %j', (given, expected) => {
    expect(pseudoText(given)).toBe(expected);
  });

  it.each([
    '',
    '   ',
    '•',
    '4.8 / 5',
    '{{ product.price }}',
    '{{ product.price }} / {{ custom.a }}',
  ])('is left as it is where there is nothing to translate: %j', (given) => {
    expect(pseudoText(given)).toBe(given);
  });

  it('is about 35 per cent longer', () => {
    const given = 'Unlimited access to all of the courses, on every device that you have';
    expect(pseudoText(given).length / given.length).toBeCloseTo(1.32, 1);
  });

  it.each(['{{', '[', '](', '&#', '\\', '[{{ **~`](', 'a{{b'])(
    'is made in good time of a hundred thousand %j',
    (piece) => {
      const before = performance.now();
      pseudoText(piece.repeat(100_000));
      expect(performance.now() - before).toBeLessThan(1_000);
    },
  );
});

describe('a screen in a language that nobody speaks', () => {
  const pseudo = { pseudo: 'accented' } as const;

  it('shows marks, links and prices as they were', () => {
    const shown = shownText('**Only** [{{ product.price }} now](https://a.test/now)', pseudo) ?? '';
    expect(getHtmlFromMarkdown(shown)).toBe(
      "&#91;<b>Öñļý</b> <a href=https://a.test/now target='_blank' rel='noopener noreferrer'>{{ product.price }} ñöŵ</a> öñ&#93;",
    );
  });

  it('leaves values and the words in them alone', () => {
    const config = uiConfig({}, { custom_variables: { name: { default_value: 'Sam' } } });
    expect(shownText('Hi {{ custom.name }}', pseudo, config)).toBe('&#91;Ĥî Sam ö&#93;');
    const prepare = (more: object) =>
      prepareScreen(
        screenOf([packageOf('annual', [text('t')])], { t: 'Pay {{ product.price_per_period }}' }),
        uiConfig(),
        circumstances(more),
      ).props.variablesPerPackage;
    expect(prepare(pseudo)).toEqual(prepare({}));
  });

  it('never changes addresses', () => {
    const action = {
      type: 'navigate_to',
      destination: 'url',
      url: { url_lid: 'u', method: 'in_app_browser' },
    };
    const screen = screenOf([{ type: 'button', action, stack: {} }], { u: 'https://a.test/terms' });
    expect(textsOf(prepareScreen(screen, uiConfig(), circumstances(pseudo)))).toEqual({
      'url:u': 'https://a.test/terms',
    });
  });

  it('changes what stands in an empty field', () => {
    const screen = screenOf([{ type: 'input_text', placeholder_lid: 't' }], { t: 'Name' });
    expect(
      Object.values(textsOf(prepareScreen(screen, uiConfig(), circumstances(pseudo)))),
    ).toEqual(['[Ñåɱé ö]']);
  });

  it('runs from right to left where it is mirrored, with the same texts', () => {
    const screen = screenOf([text('t', { horizontal_alignment: 'leading' })], { t: 'Continue' });
    const prepare = (kind: 'accented' | 'mirrored' | null) =>
      prepareScreen(screen, uiConfig(), circumstances({ pseudo: kind }));
    const seen = ([null, 'accented', 'mirrored'] as const).map((kind) => {
      const prepared = prepare(kind);
      return [prepared.direction, prepared.locale, textsOf(prepared)['text:t']];
    });
    expect(seen).toEqual([
      ['ltr', 'en_US', 'Continue'],
      ['ltr', 'en_US', '&#91;Çöñţîñûé öñé&#93;'],
      ['rtl', 'en_US', '&#91;Çöñţîñûé öñé&#93;'],
    ]);
  });
});

describe('texts that somebody has larger', () => {
  it.each<[unknown, number | undefined, number]>([
    [undefined, undefined, 15],
    [undefined, 2, 30],
    ['heading_m', 1.25, 30],
    [13, 1.3, 17],
    ['13', 0.5, 7],
    [17, 1, 17],
    [900, 3, 1000],
  ])('of size %s are, %s times as large, %s points', (font_size, textScale, expected) => {
    const more = textScale === undefined ? {} : { textScale };
    expect(drawnAlone(text('t', { font_size }), more)['font_size']).toBe(expected);
  });

  it('are so in every state', () => {
    const screen = screenOf(
      [
        packageOf('monthly', [
          text('t', { font_size: 10, overrides: [override(['selected'], { font_size: 12 })] }),
        ]),
      ],
      { t: 'text' },
    );
    const json = JSON.stringify(prepareScreen(screen, uiConfig(), circumstances({ textScale: 2 })));
    expect(json.match(/"font_size":\d+/g)).toEqual(['"font_size":20', '"font_size":24']);
  });

  it('are so in fields that somebody types into', () => {
    const field = { type: 'input_text', placeholder_lid: 't', font_size: 10 };
    expect(drawnAlone(field, { textScale: 2 })).toMatchObject({
      font_size: 20,
      placeholder_font_size: 30,
    });
  });
});
