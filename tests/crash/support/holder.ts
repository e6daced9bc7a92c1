// Opens a data folder as the app does, says how that went, and holds it until it is killed.
import { claimFolder } from '../../../main/app/folder/claim-folder.ts';
import { openSession } from '../../../main/app/session/open-session.ts';
import { settleSession } from '../../../main/app/session/settle-session.ts';
import { placesIn } from '../../../main/app/folder/places.ts';
import { createGeneratedProject } from '../../../main/backend/generated-project.ts';
import { realClock } from '../../../main/clock/clock.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import { projectSpec } from '../../helpers/specs.ts';

const [folder = ''] = process.argv.slice(2);

const hold = async (): Promise<string> => {
  const claim = await claimFolder(folder, null);
  if (!claim.ok) return claim.message;
  const opened = await openSession({
    project: createGeneratedProject(projectSpec),
    dataFolder: placesIn(folder).project('demo'),
    rules: 'recommended',
    user: appUserId('ana'),
    isForeground: true,
    settings: { persistOnDemand: false, fallbackHost: false, workflows: true },
    clock: realClock,
    seed: 1,
  });
  if (!opened.ok) return opened.problem.message;
  const { status } = await opened.session.engine.getOfferings();
  // What is looked at must not be written any more.
  await settleSession(opened.session);
  return status === 'ok' ? 'holds' : 'has no offerings';
};

process.stdout.write(`${await hold()}\n`);
// Those who were refused stay as well, so that none gives way to another by ending.
setInterval(() => undefined, 60_000);
