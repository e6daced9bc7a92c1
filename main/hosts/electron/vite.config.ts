import { cpSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const noElectron = '\0no-electron';
/** What lies beside the module that reads it lies beside the bundle, too. */
const beside = {
  demo: path.join(import.meta.dirname, '../../project/demo'),
  shipped: path.join(import.meta.dirname, '../../scenario/shipped'),
} as const;

const isForStore = (importer: string | undefined): boolean =>
  importer?.includes('/node_modules/electron-store/') === true;

/**
 * Given electron, electron-store opens a channel for renderers on which nobody checks who sends. All
 * that it takes from electron are defaults for folders that we name ourselves.
 */
const storeWithoutElectron: Plugin = {
  name: 'electron-store-without-electron',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'electron' && isForStore(importer) ? noElectron : null,
  load: (id) => (id === noElectron ? 'export default {};' : null),
};

/** The demo project, and the scenarios that come with the app. */
const withFiles: Plugin = {
  name: 'with-files',
  writeBundle: ({ dir }) => {
    if (dir === undefined) return;
    for (const [name, folder] of Object.entries(beside))
      cpSync(folder, path.join(dir, name), { recursive: true });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  plugins: [storeWithoutElectron, withFiles],
  // Everything but electron and Node itself goes into the one file.
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'main.ts',
    outDir: '../../../dist/electron',
    // The preload's bundle lies there, too.
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      external: (id, importer) => id === 'electron' && !isForStore(importer),
      output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false },
    },
  },
});
