import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    outDir: '../dist/electron',
    // The host's bundle lies there, too.
    emptyOutDir: false,
    target: 'es2024',
    minify: false,
    modulePreload: false,
    // A sandboxed preload is one CommonJS file, and electron is all that it can require.
    lib: { entry: 'preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
