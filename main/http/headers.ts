import type { HttpSettings } from './http.ts';

/** Header names and values, as undici takes them. */
export type Headers = Readonly<Record<string, string>>;

/** What decompression understands and bounds. */
const encodings: Headers = { 'Accept-Encoding': 'gzip, br' };

/** The SDK releases whose caching this engine reproduces (June 2026). */
const sdks = {
  android: { platform: 'android', version: '10.8.0' },
  ios: { platform: 'iOS', version: '5.76.0' },
  web: { platform: 'web', version: '1.42.0' },
} as const;

const localeHeaders = (locales: readonly string[]): Headers => {
  const [first] = locales;
  if (first === undefined) return {};
  return {
    'X-Client-Locale': first.replaceAll('_', '-'),
    'X-Preferred-Locales': locales.map((locale) => locale.replaceAll('-', '_')).join(','),
  };
};

/** How the app introduces itself to the backend. */
export const apiHeaders = (
  { apiKey, platform, locales }: HttpSettings,
  isBackground: boolean,
): Headers => ({
  Authorization: `Bearer ${apiKey}`,
  'Content-Type': 'application/json',
  'X-Platform': sdks[platform].platform,
  'X-Version': sdks[platform].version,
  'X-Is-Backgrounded': String(isBackground),
  ...localeHeaders(locales),
  ...encodings,
});

/** A CDN is told nothing about who asks. */
export const fileHeaders: Headers = { Accept: '*/*', ...encodings };
