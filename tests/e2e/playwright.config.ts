import path from 'node:path';
import { defineConfig } from 'playwright/test';
import { findChromium } from '../../main/tools/test/chromium.ts';

const chromium = findChromium(process.env);
const isRoot = process.getuid?.() === 0;

/** The specs use nothing but loopback, and Chromium by itself would ask for much else. */
const QUIET = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
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
      // Chromium refuses to start its sandbox as root, which is who runs in most containers.
      args: isRoot ? [...QUIET, '--no-sandbox'] : QUIET,
    },
    trace: 'retain-on-failure',
  },
});
