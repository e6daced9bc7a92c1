import { describe, expect, it } from 'vitest';
import { mapStrings, originOf, toChromium, toMain } from '../../electron/addresses.ts';

describe('addresses of the stand-in', () => {
  it.each([
    ['app://window/index.html', 'https://app-window.localhost/index.html'],
    [
      "frame-src app://preview; base-uri 'none'",
      "frame-src https://app-preview.localhost; base-uri 'none'",
    ],
    ['https://example.com/', 'https://example.com/'],
    ['myapp://window', 'myapp://window'],
  ])('are mapped and mapped back: %s', (mains, chromiums) => {
    expect([toChromium(mains), toMain(chromiums)]).toEqual([chromiums, mains]);
  });

  it('are mapped wherever they stand in what crosses, and nothing else is touched', () => {
    const at = new Date(0);
    expect(mapStrings({ a: ['app://window', 1, null], at }, toChromium)).toEqual({
      a: ['https://app-window.localhost', 1, null],
      at,
    });
  });

  it.each([
    ['app://window/a/b', 'app://window'],
    ['https://example.com:8080/a', 'https://example.com:8080'],
    ['data:text/html,a', 'null'],
    ['', 'null'],
  ])('have an origin as Electron says it: %s', (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });
});
