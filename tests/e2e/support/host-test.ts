import { type Browser, test as base } from 'playwright/test';
import { findRealElectron } from '../../electron/real-electron.ts';
import type { Host } from './hosts.ts';
import { root } from './open-app.ts';

interface Fixtures {
  /** Skips what cannot run here, and says why. */
  readonly hostIsThere: null;
}

interface WorkerFixtures {
  /** Of the project. */
  readonly appHost: Host;
  readonly program: string | null;
  readonly openBrowser: () => Promise<Browser>;
}

/** Specs that run on any host, or on some of them. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  appHost: ['browser', { option: true, scope: 'worker' }],
  program: [
    async ({ appHost }, use) => {
      const found = appHost === 'electron' ? findRealElectron(root) : null;
      await use(found !== null && 'program' in found ? found.program : null);
    },
    { scope: 'worker' },
  ],
  openBrowser: [
    async ({ playwright, browserName }, use) => {
      let launched: Promise<Browser> | null = null;
      await use(() => (launched ??= playwright[browserName].launch()));
      await (await (launched as Promise<Browser> | null))?.close();
    },
    { scope: 'worker' },
  ],
  hostIsThere: [
    async ({ appHost }, use) => {
      const found = appHost === 'electron' ? findRealElectron(root) : null;
      if (found !== null && 'missing' in found) test.skip(true, found.missing);
      await use(null);
    },
    { auto: true },
  ],
});

export { expect } from 'playwright/test';
