import { describe, expect, it, vi } from 'vitest';
import { originOf, registerScheme } from '../../../../main/hosts/electron/scheme.ts';

describe('the scheme of the app', () => {
  it('is secure, has origins, and gets past no content security policy', () => {
    const registerSchemesAsPrivileged = vi.fn();
    registerScheme({ registerSchemesAsPrivileged });
    expect(registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
      {
        scheme: 'app',
        privileges: {
          standard: true,
          secure: true,
          supportFetchAPI: true,
          stream: true,
          bypassCSP: false,
          allowServiceWorkers: false,
        },
      },
    ]);
  });

  it.each([
    ['app://window/index.html', 'app://window'],
    ['APP://Window/', 'app://Window'],
    ['app://window.evil/', 'app://window.evil'],
    ['app://user@window/', 'app://window'],
    ['https://example.com:8080/a', 'https://example.com:8080'],
    ['data:text/html,app://window', 'data://'],
    ['no address', null],
  ])('%s has the origin %s', (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });
});
