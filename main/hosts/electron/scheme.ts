import type { Protocol } from 'electron';

/** One scheme; what would be a server's name says which part of the app is meant. */
export const scheme = 'app';
export const windowOrigin = `${scheme}://window`;
export const previewOrigin = `${scheme}://preview`;

/** Must happen before the app is ready, and once. */
export const registerScheme = (protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void => {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
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
};

/** The origin of an address, also of our scheme, of which Node says none; null: it is no address. */
export const originOf = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
};
