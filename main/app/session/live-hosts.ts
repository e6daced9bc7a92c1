import { defaultLiveHost } from '../../../shared/contract/live.ts';
import { allowedUrl } from '../../http/hosts.ts';
import type { LiveHosts } from '../../relay/doorkeeper.ts';

/** Where the SDKs turn to when RevenueCat does not answer; nobody else's host has one. */
const fallbackHost = 'https://api-production.8-lives-cat.io';

/** The hosts of a project; what stands in the place of RevenueCat's own (a proxy) stands alone. */
export const liveHosts = (host: string): LiveHosts => {
  const main = host.replace(/\/+$/, '');
  const isRevenueCat = allowedUrl(main)?.href === `${defaultLiveHost}/`;
  return { main, fallback: isRevenueCat ? fallbackHost : null };
};
