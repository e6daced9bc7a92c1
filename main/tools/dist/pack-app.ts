import type { Configuration } from 'electron-builder';
import type { System, Target } from './targets.ts';

export interface PackOrder {
  readonly root: string;
  readonly system: System;
  readonly architecture: NodeJS.Architecture;
  readonly targets: readonly Target[];
  readonly runtimeFolder: string;
  readonly outFolder: string;
  readonly isForTests: boolean;
}

export interface PackedApp {
  /** The app with its runtime, which the installers were made of. */
  readonly unpackedFolder: string;
  readonly version: string;
  /** The installers; none where only the folder was asked for. */
  readonly files: readonly string[];
}

/** What electron-builder.yml cannot know, because it depends on the machine and on what it is for. */
const configurationOf = (
  { runtimeFolder, outFolder, isForTests }: PackOrder,
  afterPack: NonNullable<Configuration['afterPack']>,
): Configuration => ({
  electronDist: runtimeFolder,
  directories: { output: outFolder },
  ...(isForTests ? { electronFuses: { enableNodeCliInspectArguments: true } } : {}),
  afterPack,
});

/** The .deb is made by ourselves, of what is packed. */
const typesOf = (targets: readonly Target[]): string[] => {
  const types = targets.filter((target) => target !== 'deb');
  return types.length === 0 ? ['dir'] : types;
};

/** Packs what is built with the runtime, and makes those installers that electron-builder makes. */
export const packApp = async (order: PackOrder): Promise<PackedApp> => {
  // It takes a while to load, which is for nothing where something is missing.
  const { Platform, archFromString, build } = await import('electron-builder');
  const platform = { linux: Platform.LINUX, darwin: Platform.MAC, win32: Platform.WINDOWS };
  const packed = { unpackedFolder: '', version: '' };
  const files = await build({
    projectDir: order.root,
    publish: 'never',
    targets: platform[order.system].createTarget(
      typesOf(order.targets),
      archFromString(order.architecture),
    ),
    config: configurationOf(order, ({ appOutDir, packager }) => {
      packed.unpackedFolder = appOutDir;
      packed.version = packager.appInfo.version;
    }),
  });
  return { ...packed, files };
};
