import path from 'node:path';
import { defineConfig } from 'playwright/test';
import { chromiumFlags } from '../../main/tools/shoot/chromium-flags.ts';
import { findChromium } from '../../main/tools/test/chromium.ts';

const chromium = findChromium(process.env);
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: path.join(import.meta.dirname, 'support/build-preview.ts'),
  outputDir: path.join(import.meta.dirname, '../../test-results'),
  fullyParallel: true,
  // A test that fails sometimes is a fault to find, not one to try again.
  retries: 0,
  timeout: 30_000,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: [...chromiumFlags(isRoot)],
    },
    trace: 'retain-on-failure',
  },
});
