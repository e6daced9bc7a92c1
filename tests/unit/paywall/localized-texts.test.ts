import { describe, expect, it } from 'vitest';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import {
  type Wire,
  circumstances,
  drawn,
  packageOf,
  page,
  problemsOf,
  screenOf,
  stack,
  text,
  textsOf,
  uiConfig,
} from './screens.ts';

describe('an input', () => {
  it('has a placeholder with nothing escaped, as it becomes an attribute', () => {
    const prepared = prepareScreen(
      screenOf(
        [{ type: 'input_text', placeholder_lid: 'p', field_id: 'f' }, packageOf('monthly')],
        {
          p: 'Pay "{{ product.price }}" & go',
        },
      ),
      uiConfig(),
      circumstances(),
    );
    const lid = drawn(prepared)[0]?.['placeholder_lid'] as unknown as string;
    expect(textsOf(prepared)[lid]).toBe('Pay "$4.99" & go');
  });
});

describe('texts of another language', () => {
  const localized = {
    components_localizations: {
      en_US: { t: 'text', only: 'only in English', i: { light: { webp: 'https://a.test/en' } } },
      de_DE: { t: 'Text', i: { light: { webp: 'https://a.test/de', width: 2, height: 1 } } },
    },
  };
  const german = (component: Wire) =>
    prepareScreen(
      { ...screenOf([component]), ...localized },
      uiConfig(),
      circumstances({ locales: ['de-AT'] }),
    );

  it('are not mixed: what is missing is empty, as on phones', () => {
    const prepared = german(stack([text('t'), text('only'), text('i')]));
    expect([prepared.locale, textsOf(prepared), problemsOf(prepared)]).toEqual([
      'de_DE',
      { 'text:t': 'Text', 'text:only': '', 'text:i': '' },
      [1, 2].map((index) => `missing-text ${page}.0.components.${index}.text_lid`),
    ]);
  });

  it('may bring images of their own', () => {
    const source = { light: { webp: 'https://a.test/any' } };
    const shown = (lid: string) => {
      const prepared = german({ type: 'image', source, override_source_lid: lid });
      return [drawn(prepared)[0]?.['source'], problemsOf(prepared)];
    };
    const file = (url: string, width: number, height: number) => ({
      light: { width, height, original: url, webp: url },
    });
    expect([shown('i'), shown('t')]).toEqual([
      [file('https://a.test/de', 2, 1), []],
      [file('https://a.test/any', 0, 0), [`missing-image ${page}.0.override_source_lid`]],
    ]);
  });
});
