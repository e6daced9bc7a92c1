import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BehaviourCoverage, coverBehaviours, type TitledFile } from './coverage.ts';
import { readBehaviours } from './list.ts';
import { readScenarioName, readTestTitles } from './titles.ts';

/** Which behaviours the tests of the project in `root` carry. */
export function coverProject(root: string): BehaviourCoverage {
  const list = readFileSync(path.join(root, 'tests', 'behaviours.md'), 'utf8');
  return coverBehaviours(readBehaviours(list), [
    ...titledFiles(root, 'tests', /\.test\.ts$/, readTestTitles),
    ...titledFiles(
      root,
      path.join('tests', 'scenarios'),
      /\.(yaml|yml|json|pwscenario)$/,
      readScenarioName,
    ),
  ]);
}

function titledFiles(
  root: string,
  folder: string,
  ending: RegExp,
  read: (source: string) => string[],
): TitledFile[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .sort()
    .map((file) => ({
      file: path.join(folder, file).replaceAll(path.sep, '/'),
      titles: read(readFileSync(path.join(root, folder, file), 'utf8')),
    }));
}
