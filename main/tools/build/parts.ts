import path from 'node:path';

export const partNames = ['window', 'preview', 'electron', 'preload', 'licences'] as const;

/** One thing that is built by itself. */
export type PartName = (typeof partNames)[number];

interface PartPlace {
  /** For a person. */
  readonly title: string;
  /** Files and folders that it is made of, below the root; the lock file counts for every part. */
  readonly inputs: readonly string[];
  /** What it puts out, below `dist`; a stamp lies beside it. */
  readonly output: string;
  readonly stamp: string;
}

/** Bundled by vite, in a folder of its own. */
interface FolderPart extends PartPlace {
  readonly kind: 'folder';
  readonly config: string;
}

/** Bundled by vite, into a folder that it shares with another part. */
interface FilesPart extends PartPlace {
  readonly kind: 'files';
  readonly config: string;
}

/** One file of JSON that we make ourselves. */
interface JsonPart extends PartPlace {
  readonly kind: 'json';
}

export type Part = FolderPart | FilesPart | JsonPart;

export const parts: Readonly<Record<PartName, Part>> = {
  window: {
    kind: 'folder',
    title: 'the window',
    config: 'renderer/vite.config.ts',
    inputs: ['renderer', 'shared'],
    output: 'window',
    stamp: 'window/.inputs',
  },
  preview: {
    kind: 'folder',
    title: 'the page that shows paywalls',
    config: 'renderer/preview/vite.config.ts',
    inputs: ['renderer/preview', 'shared'],
    output: 'preview',
    stamp: 'preview/.inputs',
  },
  electron: {
    kind: 'files',
    title: 'the Electron host',
    config: 'main/hosts/electron/vite.config.ts',
    inputs: ['main', 'shared'],
    output: 'electron',
    stamp: 'electron/.inputs-main',
  },
  preload: {
    kind: 'files',
    title: 'the preload script',
    config: 'preload/vite.config.ts',
    inputs: ['preload', 'shared'],
    output: 'electron',
    stamp: 'electron/.inputs-preload',
  },
  licences: {
    kind: 'json',
    title: 'the list of licences',
    inputs: ['main/tools/build/licences.ts'],
    output: 'licences.json',
    stamp: '.inputs-licences',
  },
};

export const isPartName = (name: string): name is PartName =>
  (partNames as readonly string[]).includes(name);

/** Where builds go. */
export const distIn = (root: string): string => path.join(root, 'dist');
