/**
 * Chromium cannot show a scheme that it was not built or registered for: `app://X/…` is
 * `https://app-X.localhost/…` there, which is a secure context and an origin of its own as well.
 */
const ours = /\bapp:\/\/([a-z][a-z0-9-]*)/g;
const chromiums = /\bhttps:\/\/app-([a-z][a-z0-9-]*)\.localhost/g;

/** A text of main's, as Chromium understands it. */
export const toChromium = (text: string): string =>
  text.replaceAll(ours, 'https://app-$1.localhost');

/** A text of Chromium's, as main knows it. */
export const toMain = (text: string): string => text.replaceAll(chromiums, 'app://$1');

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** The same value with each of its strings mapped; what is neither array nor plain object stays. */
export const mapStrings = (value: unknown, map: (text: string) => string): unknown => {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map));
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, mapStrings(item, map)] as const);
  return Object.fromEntries(entries);
};

/** The origin of an address of main's; an opaque one is `null`, as Electron says it. */
export const originOf = (url: string): string => {
  if (!URL.canParse(url)) return 'null';
  const { protocol, host, origin } = new URL(url);
  return protocol === 'app:' ? `${protocol}//${host}` : origin;
};
