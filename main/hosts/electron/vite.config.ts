import { cpSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const noElectron = '\0no-electron';
const demoFolder = path.join(import.meta.dirname, '../../project/demo');

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

/** The demo project lies beside the module that loads it, and in the bundle that is the bundle. */
const withDemo: Plugin = {
  name: 'with-demo',
  writeBundle: ({ dir }) => {
    if (dir !== undefined) cpSync(demoFolder, path.join(dir, 'demo'), { recursive: true });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  plugins: [storeWithoutElectron, withDemo],
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
