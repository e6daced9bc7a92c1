import { defineConfig } from 'vite';

export default defineConfig({
  // Whoever serves the window decides where it lies.
  base: './',
  logLevel: 'warn',
  build: {
    outDir: '../dist/window',
    emptyOutDir: true,
    target: 'es2024',
    // An inlined file or script would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The icons are marked for servers that render React, which there are none of here.
      onLog: (level, log, print) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') print(level, log);
      },
    },
  },
});
