import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadScenario } from '../../../main/scenario/load.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

const aProjectIs =
  'a project is `demo`, a folder (its path, relative to this file), or a map with offerings and workflows';

it.each<[string, string]>([
  ['projects/sea', `; ${aProjectIs}`],
  ['Demo', `; did you mean \`demo\`? ${aProjectIs}`],
])('says what a project can be where there is no folder %s', (project, rest) => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'a.yaml');
  writeFileSync(file, `format: 1\nname: A\nproject: ${project}\nsteps: []\n`);
  expect(loadScenario(file, 'a.yaml')).toEqual({
    ok: false,
    problems: [`a.yaml:3:1: project: there is no folder ${path.join(folder, project)}${rest}`],
  });
});
