import type { PhoneDocument, Reach } from '../../shared/contract/phone.ts';
import { count } from './counts.ts';

type Last = NonNullable<PhoneDocument['last']>;

const kinds: Readonly<Record<Last['what'], string>> = {
  offerings: 'the offerings',
  list: 'the workflows list',
  detail: 'a workflow',
  cdn: 'a body',
  asset: 'an asset',
  other: 'something else',
};

const endingOf = ({ isUnderWay, status, met }: Last): string => {
  if (isUnderWay) return 'under way';
  const ended = status === null ? 'no answer' : `answered ${String(status)}`;
  return met.length === 0 ? ended : `${ended}, on purpose: ${met.join(', ')}`;
};

/** Every text of serving phones. */
export const phoneMessages = {
  title: 'Serve a phone',
  open: 'Serve a phone',
  openOn: (port: number): string => `Serve a phone: on, port ${port}`,
  openRefusing: (port: number): string => `Serve a phone: refused on purpose, port ${port}`,
  about:
    'An app built with the real SDK gets this project from here, and meets the same faults, once its proxy URL points to one of these addresses.',
  serve: 'Serve phones',
  on: 'On',
  off: 'Off',
  port: 'Port',
  portProblem: 'A whole number from 1 to 65535.',
  reach: 'Who can reach it',
  reaches: {
    machine: 'This machine only',
    network: 'The network, too',
  } satisfies Readonly<Record<Reach, string>>,
  reachHints: {
    machine:
      'For a simulator, an emulator, a page in a browser, or a phone on a cable. Pages that are open in a browser of this machine can ask it as well.',
    network: 'For a phone in the same Wi-Fi. You are asked before it starts.',
  } satisfies Readonly<Record<Reach, string>>,
  addresses: 'Addresses',
  address: 'In the code and below',
  copyOf: (what: string): string => `Copy ${what}`,
  copied: (what: string): string => `Copied: ${what}`,
  notCopied: 'It could not be copied. Select it, and copy it by hand.',
  qr: (url: string): string => `QR code of ${url}`,
  refusing:
    'Connections are refused now, because the network is off or everything is refused on purpose.',
  files:
    'This project is live: files come to the phone straight from RevenueCat’s CDN, so it does not meet faults of the CDN.',
  howTo: 'How to point an SDK to it',
  sdk: 'SDK',
  sdks: { android: 'Android', ios: 'iOS', web: 'Web' },
  steps: {
    proxyUrl: 'the proxy URL',
    cleartext: 'the network security configuration',
    transport: 'the exception for App Transport Security',
    configure: 'the configuration',
    reverse: 'the command for a phone on a cable',
  },
  notes: {
    android: (port: number): string =>
      `Before Purchases.configure. The address is plain HTTP, which Android allows only where a network security configuration says so. An emulator knows this machine as http://10.0.2.2:${port}; for a phone on a cable:`,
    cleartext: 'In res/xml/network_security_config.xml, which the manifest names:',
    ios: 'Before Purchases.configure. The address is plain HTTP, which iOS allows in the local network only where Info.plist says so:',
    web: 'The SDK’s own events go to RevenueCat all the same.',
  },
  requests: (amount: number): string => count(amount, 'request'),
  noRequests: 'Nobody has asked yet.',
  last: (last: Last, time: string): string =>
    `The last at ${time}: ${last.method} for ${kinds[last.what]}, ${endingOf(last)}`,
  inTimeline: 'What phones ask for stands in a lane of its own in the timeline.',
  warning: {
    title: 'Serve the network, too?',
    text: 'Everybody in the network of this machine can then read what this project serves, without a key: its offerings, prices, workflows, texts and images, also what is not published yet.',
    live: 'Everybody in the network of this machine can then ask the live host through it, with a key of their own: yours is not used. What your phone sends, its key too, goes through the network as it is.',
    more: 'Nothing is encrypted. Do it only in a network that you trust, and stop it when you are done. Your system may ask whether the app may accept connections.',
    confirm: 'Serve the network',
  },
} as const;
