import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

/** As few calls as a write takes that survives a power cut and never leaves half a file. */
export const bareWrite = (folder: string, name: string, bytes: Uint8Array): void => {
  const staging = path.join(folder, 'staging');
  const handle = openSync(staging, 'w', 0o600);
  writeSync(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(staging, path.join(folder, name));
  syncFolder(folder);
};
