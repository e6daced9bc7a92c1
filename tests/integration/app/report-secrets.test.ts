import { readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openLog } from '../../../main/app/log.ts';
import { shownSession } from '../../../main/app/shown.ts';
import { reportSourceOf } from '../../../main/app/report/source-of.ts';
import { writeReport } from '../../../main/app/report/write-report.ts';
import { superviseSession } from '../../../main/app/session/run-session.ts';
import { createSteerableClock } from '../../../main/clock/steerable-clock.ts';
import { realClock } from '../../../main/clock/clock.ts';
import { defaultSettings } from '../../../shared/contract/documents.ts';
import { engineError } from '../../../shared/errors.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import { defaultStage } from '../../../shared/stage/set-up.ts';
import { openLab } from '../../helpers/lab.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

/** By its form a key of RevenueCat. */
const key = 'appl_CanaryCanaryCanary12';
/** Of no form, but known to the app. */
const known = 'correct horse battery staple';
const home = os.homedir();

const canaries = [
  key,
  known,
  `Bearer ${key}`,
  `https://ana:canary-password@files.test/a.png?token=canary-token`,
  path.join(home, 'canary'),
];

/** A session in which secrets stand wherever a text can stand, and what is written of it. */
const writtenWith = async () => {
  const lab = await openLab();
  await lab.engine.getOfferings();
  await lab.settle();
  for (const canary of canaries)
    lab.timeline.append({
      type: 'failed',
      subject: 'detail',
      id: `about ${canary}`,
      at: lab.now(),
      user: appUserId(`user ${canary}`),
      generation: 1,
      rules: 'recommended',
      error: engineError('disk', `It failed: ${canary}`),
      note: `first line\n${canary}`,
    });
  lab.faults.fail({ target: { what: 'detail', id: `id ${canaries.join(' ')}` }, kind: 503 });
  const logs = temporaryFolder();
  const log = openLog(logs, () => lab.now());
  for (const canary of canaries) log.write('test', `It broke: ${canary}`);
  // After it was written, as by a version that did not know better.
  log.hide(known);
  const clock = createSteerableClock(realClock);
  const running = superviseSession(lab, clock, () => undefined);
  const source = reportSourceOf(shownSession(running), {
    about: {
      madeAt: lab.now(),
      of: 'session',
      project: { name: `project ${canaries.join(' ')}`, kind: 'folder' },
      app: { version: '1', host: 'browser', platform: 'linux' },
      runtime: { node: '24', electron: null, system: 'Linux' },
    },
    settings: defaultSettings,
    stage: {
      ...defaultStage,
      customVariables: Object.fromEntries(canaries.map((canary) => [canary, canary])),
    },
    known: canaries,
    logFile: path.join(logs, 'paywall-preview.log'),
  });
  return { source, log };
};

it('holds no secret in any file of it, nor the name of the home folder, wherever they stood', async () => {
  const { source, log } = await writtenWith();
  const folder = temporaryFolder();
  const { file } = await writeReport({
    source,
    folder,
    redaction: { home, withoutHidden: (text) => log.withoutHidden(text) },
    withAssets: true,
  });
  const files = unzipSync(readFileSync(file));
  const telling = Object.entries(files).flatMap(([name, bytes]) => {
    const text = `${name}\n${strFromU8(bytes)}`;
    return [key, known, 'canary-token', 'canary-password', path.join(home, 'canary')]
      .filter((secret) => text.includes(secret))
      .map((secret) => `${name}: ${secret}`);
  });
  expect(telling).toEqual([]);
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  expect(all).toContain('[hidden 1]');
  expect(all).toContain('~/canary');
});

it('leaves nothing behind where it cannot be written to its end', async () => {
  const { source } = await writtenWith();
  const folder = temporaryFolder();
  const broken = {
    ...source,
    diskOf: () => {
      throw new Error('the disk is gone');
    },
  };
  const order = { source: broken, folder, withAssets: false };
  const redaction = { home, withoutHidden: (text: string) => text };
  await expect(writeReport({ ...order, redaction })).rejects.toThrow('the disk is gone');
  expect(readdirSync(folder)).toEqual([]);
});
