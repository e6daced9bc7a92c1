import type { PictureBrowser } from '../../hosts/browser/camera.ts';
import { findChromium } from '../test/chromium.ts';
import { launch } from './launch.ts';

const hindrance =
  'Pictures need Chromium, which was not found: install it (on Debian: `sudo apt-get install chromium`), or set CHROMIUM_PATH to the one that is there, and start the app again.';

/** The Chromium that is there, for the pictures that people take. */
export const pictureBrowser = (env: NodeJS.ProcessEnv): PictureBrowser =>
  findChromium(env) === null ? { hindrance } : { launch: () => launch(env) };
