import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../../../shared/contract/documents.ts';
import { appUserId } from '../../../../shared/model/ids.ts';
import { demoSource } from '../../../../main/app/project/find-source.ts';
import { OpenProject } from '../../../../main/app/project/open-project.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const openIn = (place: string) =>
  new OpenProject({
    source: demoSource(),
    place,
    services: { picturesFolder: '/pictures', camera: { hindrance: 'None here.' } },
    log: { write: () => undefined, hide: () => undefined },
    settings: () => defaultSettings,
    onChange: () => undefined,
  });

const change = (project: OpenProject): void => {
  project.stage.change({ device: 'ipad' });
  project.stage.flush();
  project.remember({ user: appUserId('eve') });
};

it('writes what is set up in it, until it is forgotten: whoever still changes it then brings nothing back', async () => {
  const [kept, forgotten] = [temporaryFolder(), temporaryFolder()];
  change(openIn(kept));
  const project = openIn(forgotten);
  await project.close(true);
  change(project);
  expect([readdirSync(kept).toSorted(), readdirSync(forgotten)]).toEqual([
    ['set-up.json', 'stage.json'],
    [],
  ]);
});
