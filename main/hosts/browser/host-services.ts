import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { contract } from '../../../shared/contract/calls.ts';
import type { HostServices } from '../../app/app.ts';
import { createSessionKeys } from '../../app/keys/session-keys.ts';
import type { CameraOffer } from '../../app/pictures/camera.ts';
import { platformOf } from '../platform.ts';
import type { SystemOpener } from './system-opener.ts';

export interface ServicesOptions {
  readonly version: string;
  /** Where paywalls are drawn. */
  readonly previewAddress: string;
  /** The list that the build makes. */
  readonly licencesFile: string;
  /** Absolute. */
  readonly picturesFolder: string;
  readonly camera: CameraOffer;
  /** Null: there is no screen to open anything on. */
  readonly opener: SystemOpener | null;
}

type Licences = ReturnType<HostServices['licences']>;

const secretsNote =
  'Keys are kept for this session only: in a browser, the system’s own store for secrets is out of reach.';

const readLicences = (file: string): Licences =>
  existsSync(file)
    ? contract.readLicences.result.parse(JSON.parse(readFileSync(file, 'utf8')))
    : [];

const showFolder = async (folder: string, opener: SystemOpener | null): Promise<string | null> => {
  if (!existsSync(folder)) return `There is nothing yet: it is going to be in ${folder}.`;
  if (opener === null) return `There is no screen here to show it on: it is ${folder}.`;
  const problem = await opener.openFolder(folder);
  return problem && `It cannot be shown, because ${problem}: it is ${folder}.`;
};

const openLink = async (url: URL, opener: SystemOpener | null): Promise<string | null> => {
  if (opener === null) return `There is no screen here to open it on: it is ${url.href}`;
  const problem = await opener.openAddress(url);
  return problem && `It cannot be opened, because ${problem}: it is ${url.href}`;
};

/** What the app can have done where its window is in a browser. */
export const createHostServices = (options: ServicesOptions): HostServices =>
  Object.freeze({
    about: {
      version: options.version,
      host: 'browser' as const,
      platform: platformOf(process.platform),
      previewOrigin: options.previewAddress,
      secretsNote,
    },
    keys: createSessionKeys(secretsNote),
    picturesFolder: options.picturesFolder,
    camera: options.camera,
    licences: () => readLicences(options.licencesFile),
    showFolder: (folder: string) => showFolder(folder, options.opener),
    openLink: (url: URL) => openLink(url, options.opener),
  });

/** Of the project itself. */
export const versionIn = (packageFile: string): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, 'utf8'))).version;
