import { createRequire } from 'node:module';

interface Asar {
  readonly listPackage: (archive: string, options: { readonly isPack: boolean }) => string[];
  readonly extractAll: (archive: string, folder: string) => void;
}

interface Fuses {
  readonly FuseV1Options: Readonly<Record<string, string | number>>;
  readonly getCurrentFuseWire: (program: string) => Promise<Readonly<Record<string, number>>>;
}

// Packages that electron-builder brings and we do not name ourselves.
const ofUs = createRequire(import.meta.url);
const ofBuilder = createRequire(
  createRequire(ofUs.resolve('electron-builder')).resolve('app-builder-lib'),
);

export const asar = ofBuilder('@electron/asar') as Asar;
export const fuses = ofBuilder('@electron/fuses') as Fuses;
