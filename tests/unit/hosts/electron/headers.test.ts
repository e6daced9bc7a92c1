import { describe, expect, it } from 'vitest';
import { headersFor } from '../../../../main/hosts/electron/headers.ts';

const common = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), midi=(), payment=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
};

describe('the headers', () => {
  it('let the window load its own files and frame the preview', () => {
    expect(headersFor('window')).toEqual({
      ...common,
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; frame-src app://preview; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });

  it('let the preview load its own files, be framed by the window, and reach nothing', () => {
    expect(headersFor('preview')).toEqual({
      ...common,
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors app://window",
    });
  });
});
