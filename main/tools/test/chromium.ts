import { existsSync, readFileSync } from 'node:fs';
import { spawnAndWait } from '../run/spawn.mjs';
import type { PartContext } from './command.ts';

/** The machine, as far as it decides where a Chromium can come from. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  readonly isDebian: boolean;
  readonly exists: (file: string) => boolean;
  /** Installs Debian's chromium and answers whether that worked. */
  readonly install: () => Promise<boolean>;
}

export type Chromium =
  { readonly path: string } | { readonly reason: string; readonly isFailure: boolean };

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

const OTHER_PLACES: readonly string[] = [
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const HOW =
  'install one (on Debian: `sudo apt-get install chromium`), or set CHROMIUM_PATH to the one that is there';

/** The Chromium or Chrome that is there already, Debian's first: pictures are compared with its. */
export function findChromium(
  env: NodeJS.ProcessEnv,
  exists: Machine['exists'] = existsSync,
): string | null {
  const named = env['CHROMIUM_PATH'];
  if (named) return exists(named) ? named : null;
  return [DEBIAN_CHROMIUM, ...OTHER_PLACES].find((file) => exists(file)) ?? null;
}

/** Finds the browser of the end-to-end specs, or installs it where that needs nobody's consent. */
export async function ensureChromium(context: PartContext): Promise<Chromium> {
  return await provideChromium(thisMachine(context));
}

export async function provideChromium(machine: Machine): Promise<Chromium> {
  const { env, exists, isDebian, isRoot } = machine;
  const isAutomatic = isRoot && isDebian && !env['CHROMIUM_PATH'];
  if (isAutomatic && !exists(DEBIAN_CHROMIUM)) await machine.install();
  const path = findChromium(env, exists);
  if (path !== null) return { path };
  return {
    reason: `There is no Chromium for the end-to-end specs: ${HOW}.`,
    // Root in CI could have had one: there a skip would hide that nothing is tested any more.
    isFailure: isRoot && env['CI'] === 'true',
  };
}

function thisMachine({ env }: PartContext): Machine {
  return {
    env,
    isRoot: process.getuid?.() === 0,
    isDebian: isDebian(),
    exists: existsSync,
    install: installDebianChromium,
  };
}

function isDebian(): boolean {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID=debian$/m.test(readFileSync(file, 'utf8'));
}

async function installDebianChromium(): Promise<boolean> {
  process.stdout.write("Installing Debian's chromium for the end-to-end specs (apt-get).\n");
  return (
    (await aptGet('update')) &&
    (await aptGet('install', '-y', '--no-install-recommends', 'chromium'))
  );
}

async function aptGet(...commandArguments: readonly string[]): Promise<boolean> {
  const { status } = await spawnAndWait('apt-get', ['-qq', ...commandArguments], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}
