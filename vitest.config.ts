import path from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** A folder of tests/ is a project, and a part of `npm test`. */
function project(name: string, testTimeout: number): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      environment: 'node',
      testTimeout,
      hookTimeout: testTimeout,
      // What is waited for comes late on a machine that is busy.
      expect: { poll: { timeout: testTimeout / 2 } },
      restoreMocks: true,
      unstubEnvs: true,
      // undici announces its decompression as experimental, once for each file of tests.
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Importing electron-store imports electron, which starts a download unless this is set.
      env: {
        ELECTRON_OVERRIDE_DIST_PATH: path.join(import.meta.dirname, 'node_modules/electron/dist'),
      },
    },
  };
}

/** The app is packaged once for all of its files. */
const packaging = project('packaging', 60_000);
packaging.test = { ...packaging.test, globalSetup: 'tests/packaging/support/pack-once.ts' };

export default defineConfig({
  test: {
    projects: [
      project('unit', 10_000),
      project('property', 60_000),
      project('integration', 30_000),
      project('crash', 60_000),
      packaging,
      // Installs from the registry, with an empty cache.
      project('setup', 300_000),
    ],
  },
});
