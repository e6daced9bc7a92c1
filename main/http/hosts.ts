const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** Other names that lead here: any address at all, IPv4 within IPv6, names below `localhost`. */
const leadsHere =
  /^(?:0\.0\.0\.0|\[::\]|\[::ffff:(?:7f[0-9a-f]{2}:[0-9a-f]{1,4}|0:0)\]|(?:.+\.)?localhost\.?)$/;

export const isOnThisMachine = (origin: string): boolean => {
  const name = URL.parse(origin)?.hostname ?? '';
  return isLoopback(name) || leadsHere.test(name);
};

const isAllowed = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));

/** The address, if the engine may go there: https, or http to this very machine. */
export const allowedUrl = (text: string): URL | null => {
  const url = URL.parse(text);
  return url !== null && isAllowed(url) ? url : null;
};

/** Where a request goes. The path is sent as it is written: parsing it would resolve dots in ids. */
export interface Address {
  readonly origin: string;
  readonly path: string;
}

/** A path below a base address, which may have a path of its own (a proxy). */
export const addressBelow = (base: string, path: string): Address | null => {
  const url = allowedUrl(base);
  return url === null
    ? null
    : { origin: url.origin, path: `${url.pathname.replace(/\/+$/, '')}${path}` };
};

/** The address of a file; what comes after a `#` never leaves the client. */
export const addressOf = (text: string): Address | null => {
  const url = allowedUrl(text);
  return url === null ? null : { origin: url.origin, path: `${url.pathname}${url.search}` };
};
