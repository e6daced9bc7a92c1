import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import { getHtmlFromMarkdown, replaceVariables } from './renderer.ts';
import { circumstances, offered, screenOf, text, textsOf, uiConfig } from './screens.ts';

/** What the renderer writes into the page for a text, whose variables have these values. */
const htmlOf = (template: string, title: string, name: string): string => {
  const prepared = prepareScreen(
    screenOf([text('t')], { t: template }),
    uiConfig(),
    circumstances({
      packages: [offered('one', { title })],
      customVariables: { name },
      selectedPackageId: 'one',
    }),
  );
  const variables = prepared.props.variablesPerPackage[''] ?? {};
  return getHtmlFromMarkdown(replaceVariables(textsOf(prepared)['text:t'] ?? '', variables));
};

/** What is left once the renderer's own markup is taken away. */
const withoutOwnMarkup = (html: string): string =>
  html
    .replace(
      /<a href=(?:https?:\/\/|mailto:)[^\s"'<>`]+ target='_blank' rel='noopener noreferrer'>/g,
      '',
    )
    .replace(/<span style='font-family: monospace'>|<\/span>|<\/?[abis]>|<br\/>/g, '');

const fragments = [
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  '{{',
  '}}',
  '<',
  '>',
  '"',
  "'",
  '&',
  '=',
  '\\',
  '\n',
  '\\\n',
  ' ',
  '/',
  '*',
  '**',
  '~',
  '`',
  '|',
  '$1',
  'a',
  'javascript:',
  'https://a.test/',
  'mailto:b',
  '](',
  '[x](https://a.test',
  '<img src=x onerror=alert(1)>',
  ' onclick=alert(1) ',
  '{{ custom.name }}',
  '{{ product.store_product_name }}',
  '{{ product.store_product_name | uppercase }}',
  '{{ product.relative_discount }}',
  '{{ nope }}',
  '\uE000',
  '0',
  '\uE001',
];

const texts = fc
  .array(fc.constantFrom(...fragments), { maxLength: 24 })
  .map((parts) => parts.join(''));

describe('what the renderer makes of a prepared text', () => {
  it.each([
    [
      '**a** *b* ~c~ `d`',
      "<b>a</b> <i>b</i> <s>c</s> <span style='font-family: monospace'>d</span>",
    ],
    ['a\\\nb', 'a<br/>b'],
    ['2 \\* 3 \\* 4', '2 &#42; 3 &#42; 4'],
    [
      '[x](https://a.test/*b*?c&d)',
      "<a href=https://a.test/%2Ab%2A?c&amp;d target='_blank' rel='noopener noreferrer'>x</a>",
    ],
    [
      '[x](https://a.test/{{ product.store_product_name }})',
      "<a href=https://a.test/%3Cb%3E target='_blank' rel='noopener noreferrer'>x</a>",
    ],
    ['{{ custom.name }} {{ product.store_product_name }}', '<i>me</i> &lt;b&gt;'],
  ])('is for %j', (template, html) => {
    expect(htmlOf(template, '<b>', '*me*')).toBe(html);
  });

  it('has no markup but its own, whatever the texts and values are', () => {
    fc.assert(
      fc.property(texts, texts, texts, (template, title, name) => {
        expect(withoutOwnMarkup(htmlOf(template, title, name))).not.toMatch(/[<>"']/);
      }),
      { numRuns: 3_000, seed: 11 },
    );
  });
});
