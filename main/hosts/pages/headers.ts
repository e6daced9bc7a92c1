/** Headers of an answer. */
export type Headers = Readonly<Record<string, string>>;

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** What no page of this app needs. */
const nothingOfTheDevice = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'usb',
  'serial',
  'hid',
  'midi',
  'payment',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Of everything that is served, refusals included. */
export const commonHeaders: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Without it, a second port shares the window's process, and a busy paywall freezes the window.
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': nothingOfTheDevice,
  // A name that is only looked up tells somebody, and no content security policy forbids that.
  'X-DNS-Prefetch-Control': 'off',
  // What was built anew is there after a reload, and nothing stays behind in a browser.
  'Cache-Control': 'no-store',
};

/** The window's own scripts and styles, its own socket if it has one, and the frame of paywalls. */
export const windowHeaders = (connectTo: string, previewOrigin: string): Headers => ({
  ...commonHeaders,
  'Content-Security-Policy': policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'font-src': "'self'",
    'connect-src': connectTo,
    'frame-src': previewOrigin,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  }),
});

/** A paywall is hostile until proven otherwise: it reaches nothing but its own files. */
export const previewHeaders = (windowOrigins: readonly string[]): Headers => ({
  ...commonHeaders,
  'Content-Security-Policy': policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    // The paywall renderer positions things by style attributes.
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'media-src': "'self'",
    'connect-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': windowOrigins.join(' '),
  }),
});
