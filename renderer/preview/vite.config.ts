import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  // No file of ours is written in svelte: the plugin compiles the ready-made paywall renderer.
  plugins: [svelte({ configFile: false })],
  // Whoever serves the page decides where it lies.
  base: './',
  logLevel: 'warn',
  build: {
    target: 'es2024',
    // An inlined file would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
