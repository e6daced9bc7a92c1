import path from 'node:path';
import { type AddressWriter, assetPath } from './asset-addresses.ts';
import { signatureOf } from './folder-memory.ts';

/** Addresses with the times of files in them: no copy of what was there before is taken for one. */
export interface DatedAddresses {
  readonly write: AddressWriter;
  /** The files that are other ones than when their address was written. */
  outdated(): readonly string[];
  /** These get another address; `assets` are all. */
  forget(files: readonly string[]): void;
}

/** Of files below a folder; one stays the same until it is forgotten, even if the file is gone. */
export const datedAddresses = (folder: string): DatedAddresses => {
  const versions = new Map<string, string>();

  const lookAt = (file: string): string => {
    const [, , sizeBytes, time] =
      signatureOf(path.join(folder, ...file.split('/')))?.split(' ') ?? [];
    if (sizeBytes === undefined || time === undefined) return '';
    return `?v=${BigInt(time).toString(36)}-${sizeBytes}`;
  };

  const versionOf = (file: string): string => {
    const version = versions.get(file) ?? lookAt(file);
    versions.set(file, version);
    return version;
  };

  return Object.freeze({
    // What others are made of by adding a name takes no more behind it.
    write: (address: string, isBase: boolean) =>
      isBase ? assetPath(address) : assetPath(address) + versionOf(address),
    outdated: () =>
      [...versions].filter(([file, version]) => version !== lookAt(file)).map(([file]) => file),
    forget: (files: readonly string[]) => {
      for (const known of versions.keys())
        if (files.some((file) => `${known}/`.startsWith(`${file}/`))) versions.delete(known);
    },
  });
};
