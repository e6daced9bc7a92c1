import { existsSync } from 'node:fs';
import type { Shell } from 'electron';
import { messageOf } from '../../../shared/error-text.ts';
import type { Result } from '../../../shared/contract/calls.ts';
import type { HostServices } from '../../app/app.ts';
import type { KeyStore } from '../../app/keys/key-store.ts';
import type { CameraOffer } from '../../app/pictures/camera.ts';
import { platformOf } from '../platform.ts';
import { previewOrigin } from './scheme.ts';
import { texts } from './texts.ts';

export interface ServicesOptions {
  readonly shell: Pick<Shell, 'openExternal' | 'openPath'>;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly keyStore: KeyStore;
  readonly licences: () => Result<'readLicences'>;
  /** Absolute; of the person, not of the app. */
  readonly picturesFolder: string;
  readonly camera: CameraOffer;
  readonly showRecent: NonNullable<HostServices['showRecent']>;
  /** By the system's own dialog. */
  readonly chooseFolder: () => Promise<string | null>;
}

/** What Electron can do for the app that the app cannot do by itself. */
export const createServices = ({
  shell,
  version,
  platform,
  keyStore,
  licences,
  picturesFolder,
  camera,
  showRecent,
  chooseFolder,
}: ServicesOptions): HostServices =>
  Object.freeze({
    about: {
      version,
      host: 'electron' as const,
      platform: platformOf(platform),
      previewOrigin,
      /** Asked for each time: the key store may turn out to be of no use later on. */
      get secretsNote() {
        return keyStore.note;
      },
    },
    keys: keyStore,
    licences,
    picturesFolder,
    camera,
    showRecent,
    chooseFolder,
    showFolder: async (folder: string) => {
      if (!existsSync(folder)) return texts.folderNotThere(folder);
      // Electron answers with the system's own words, and with none where all is well.
      const why = await shell.openPath(folder).catch(messageOf);
      return why === '' ? null : texts.folderNotShown(folder, why);
    },
    openLink: async (url: URL) => {
      // The app checked it already; here is the last place where it can be checked.
      if (url.protocol !== 'https:') return texts.linkNotOpened('it is no https address');
      if (url.username !== '' || url.password !== '')
        return texts.linkNotOpened('it has a name or a password in it');
      try {
        await shell.openExternal(url.href);
        return null;
      } catch (error) {
        return texts.linkNotOpened(messageOf(error));
      }
    },
  });
