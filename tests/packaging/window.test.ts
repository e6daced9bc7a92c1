import { chromium } from 'playwright';
import { describe, expect, it } from 'vitest';
import { chromiumFlags } from '../../main/tools/browser/chromium-flags.ts';
import { findChromium } from '../../main/tools/test/chromium.ts';
import { startStandIn } from '../electron/stand-in-app.ts';
import { temporaryFolder } from '../helpers/temp-folder.ts';
import { packedApp } from './support/packed.ts';

describe('the app as it is packed, on a stand-in for Electron', () => {
  it('opens its window, shows the demo project, and ends when it is told to', async (context) => {
    const { appFolder } = packedApp(context);
    const executablePath = findChromium(process.env) ?? context.skip('there is no Chromium');
    const browser = await chromium.launch({
      executablePath,
      args: [...chromiumFlags(process.getuid?.() === 0)],
    });
    try {
      const scenario = '/home/somebody/a tour.pwscenario';
      const app = await startStandIn({
        appPath: appFolder,
        arguments: ['--data', temporaryFolder(), scenario],
        context: await browser.newContext(),
      });
      const page = await app.firstPage();
      await page.getByText('default', { exact: true }).first().waitFor();
      expect(await page.title()).toContain('Paywall Preview');
      expect({ output: app.output(), status: await app.quit() }).toEqual({ output: '', status: 0 });
    } finally {
      await browser.close();
    }
  });
});
