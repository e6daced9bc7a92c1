import { debVersion, packageName } from './names.ts';

export interface ControlFacts {
  readonly version: string;
  /** As Debian calls it. */
  readonly architecture: string;
  readonly installedKib: number;
}

/**
 * The libraries that Electron's program is linked with, by the names that Debian 12 and Ubuntu 22.04
 * have; newer systems provide these names, too.
 */
const depends: readonly string[] = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libatk1.0-0',
  'libatspi2.0-0',
  'libc6',
  'libcairo2',
  'libcups2',
  'libdbus-1-3',
  'libexpat1',
  'libgbm1',
  'libglib2.0-0',
  'libgtk-3-0',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
  'xdg-utils',
];

/** Looked for when they are needed: without the key store, keys are kept for the session only. */
const recommends: readonly string[] = ['libsecret-1-0'];

/** Nobody answers to it: where to write is on the page that the package is from. */
export const maintainer = 'Paywall Preview contributors <contributors@paywall-preview.invalid>';

const description = [
  'See paywalls as a phone would get them',
  ' An engine that fetches and caches offerings and workflows as the mobile SDKs',
  ' do, a backend with real faults, and a window in which the network, the',
  ' backend, the clock and the user are under your hand.',
  ' .',
  ' It needs no account and no network, and sends nothing anywhere.',
];

/** What the package manager is told about the package. */
export const controlText = ({ version, architecture, installedKib }: ControlFacts): string =>
  [
    `Package: ${packageName}`,
    `Version: ${debVersion(version)}`,
    `Architecture: ${architecture}`,
    `Maintainer: ${maintainer}`,
    `Installed-Size: ${installedKib}`,
    `Depends: ${depends.join(', ')}`,
    `Recommends: ${recommends.join(', ')}`,
    'Section: devel',
    'Priority: optional',
    `Description: ${description.join('\n')}`,
    '',
  ].join('\n');
