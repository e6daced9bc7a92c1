import path from 'node:path';
import { defineConfig } from 'playwright/test';
import { chromiumFlags } from '../../main/tools/browser/chromium-flags.ts';
import { findChromium } from '../../main/tools/test/chromium.ts';
import type { Host } from './support/hosts.ts';

const chromium = findChromium(process.env);
const isRoot = process.getuid?.() === 0;

/** Specs of the app in its window, which run on every host. */
const onEveryHost = '**/{window,world}*.spec.ts';
/**
 * What the page or the engine decides: the stand-in has the same, and would only say it again. Its
 * camera has specs of its own.
 */
const onAnyOneHost =
  '**/window-{axe,filmstrip,inspector,keyboard,offline,pictures,scenarios,stage,timeline}.spec.ts';
const ofElectron = '**/electron-*.spec.ts';
const ofStandIn = '**/electron-stand-in.spec.ts';

export default defineConfig<object, { appHost: Host }>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: path.join(import.meta.dirname, 'support/build-pages.ts'),
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  outputDir: path.join(import.meta.dirname, '../../test-results'),
  fullyParallel: true,
  // A test that fails sometimes is a fault to find, not one to try again.
  retries: 0,
  timeout: 60_000,
  // What is waited for comes late on a machine that is busy; a wrong one stays wrong for as long.
  expect: { timeout: 20_000 },
  // Browsers wait more than they work.
  workers: 2,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: [...chromiumFlags(isRoot)],
    },
    // A trace of every test costs a quarter of the time: `--trace on` where one is wanted.
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'browser', testIgnore: ofElectron, use: { appHost: 'browser' } },
    {
      name: 'electron-stand-in',
      testMatch: [onEveryHost, ofElectron],
      testIgnore: onAnyOneHost,
      use: { appHost: 'electron-stand-in' },
    },
    {
      name: 'electron',
      testMatch: [onEveryHost, ofElectron],
      testIgnore: ofStandIn,
      use: { appHost: 'electron' },
    },
  ],
});
