import type { Browser } from 'playwright';
import { messageOf } from '../../../shared/error-text.ts';
import { findChromium } from '../test/chromium.ts';
import { chromiumFlags } from './chromium-flags.ts';

export type Launched =
  | { readonly ok: true; readonly browser: Browser }
  | { readonly ok: false; readonly message: string };

const none =
  'There is no Chromium here: install one (on Debian: `sudo apt-get install chromium`), or set CHROMIUM_PATH to the one that is there.';

/** Starts the Chromium that is there; none is downloaded. */
export const launch = async (
  env: NodeJS.ProcessEnv,
  ...moreFlags: readonly string[]
): Promise<Launched> => {
  const executablePath = findChromium(env);
  if (executablePath === null) return { ok: false, message: none };
  // It takes a while to load, which is for nothing where a sentence is all that comes of it.
  const { chromium } = await import('playwright');
  try {
    const isRoot = process.getuid?.() === 0;
    const args = [...chromiumFlags(isRoot), ...moreFlags];
    // What it shows may be a hostile paywall; Playwright by itself would switch the sandbox off.
    const chromiumSandbox = !isRoot;
    return { ok: true, browser: await chromium.launch({ executablePath, args, chromiumSandbox }) };
  } catch (error) {
    const [reason = ''] = messageOf(error).split('\n');
    return { ok: false, message: `${executablePath} does not start: ${reason}` };
  }
};
