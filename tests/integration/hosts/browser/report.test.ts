import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';
import { openHost, whyNot } from './test-host.ts';
import { openWindow } from './test-window.ts';

/** A report that an app saved, on this machine. */
const savedReport = async (): Promise<string> => {
  const window = await openWindow(await openHost());
  const saved = await window.call('saveReport', { withAssets: false });
  if (!saved.ok) throw new Error(saved.problem.message);
  return (saved.value as { readonly file: string }).file;
};

it('is what the window shows first, where the app was started with a report', async () => {
  const scenarioFile = await savedReport();
  const window = await openWindow(await openHost({ scenarioFile }));
  window.listen();
  const message = await window.next();
  expect(message.kind === 'snapshot' ? message.documents.guest : null).toMatchObject({
    kind: 'report',
    file: path.basename(scenarioFile),
    project: 'demo',
    counts: { assets: 0 },
    leftOut: ['Pictures, fonts and films of the paywalls, as was asked for.'],
  });
});

it('keeps the app from being started where the file is no report, and says why', async () => {
  const dataFolder = temporaryFolder();
  const scenarioFile = path.join(temporaryFolder(), 'bug.zip');
  writeFileSync(scenarioFile, 'no zip at all, but long enough to be one');
  expect(await whyNot({ scenarioFile, dataFolder })).toBe(
    'bug.zip is no zip file, or was cut off.',
  );
  // The next start is not told that the app runs already.
  expect(existsSync(path.join(dataFolder, 'running.json'))).toBe(false);
});
