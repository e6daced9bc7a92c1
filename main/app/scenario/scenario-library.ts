import { existsSync, mkdirSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Argument, Result } from '../../../shared/contract/calls.ts';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import { hasScenarioEnding, ownEnding } from '../../../shared/scenario/file.ts';
import { describeScenario } from '../../scenario/describe.ts';
import { shipped, shippedFolder } from '../../scenario/shipped.ts';
import { describeProblem, systemCode } from '../../store/problem.ts';
import { retitled } from '../../scenario/retitle.ts';
import { readScenarioFile } from './scenario-source.ts';
import { replaceFile } from './replace-file.ts';

type Listed = Result<'listScenarios'>[number];
type Wanted = Argument<'openListed'>;

/** The scenarios that need not be looked for: those of the app, and those that were saved in it. */
export interface ScenarioLibrary {
  list(): readonly Listed[];
  /** Where it lies. */
  find(wanted: Wanted): Outcome<string>;
  /** Writes a new one, and says where. */
  save(name: string, text: string): Outcome<string>;
  /** Removes the file of one that was saved. */
  remove(name: string): Outcome<null>;
  /** Gives one that was saved another title, and changes nothing else in its file. */
  rename(name: string, title: string): Outcome<null>;
}

const shippedNames = shipped.map(({ name }) => name);

/** More are not looked through in a menu. */
const mostOwn = 200;
const longestStem = 60;

const ownNames = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).filter(hasScenarioEnding).toSorted().slice(0, mostOwn);
  } catch {
    // It is made when the first one is saved.
    return [];
  }
};

const describe = (origin: Listed['origin'], folder: string, name: string): Listed => {
  const read = readScenarioFile(path.join(folder, name));
  if (!read.ok)
    return { origin, name, title: name, description: null, hindrance: `It ${read.message}.` };
  const described = describeScenario(read.text);
  return described.ok
    ? { origin, name, title: described.name, description: described.description, hindrance: null }
    : { origin, name, title: name, description: null, hindrance: described.message };
};

/** Such as no system minds in the name of a file. */
const stemOf = (name: string): string => {
  const stem = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestStem)
    .replaceAll(/^-+|-+$/g, '');
  return stem === '' ? 'scenario' : stem;
};

const freeName = (folder: string, stem: string): string => {
  let name = `${stem}${ownEnding}`;
  for (let number = 2; existsSync(path.join(folder, name)); number += 1)
    name = `${stem}-${String(number)}${ownEnding}`;
  return name;
};

/** `folder` is where those are that people save. */
export const createScenarioLibrary = (folder: string): ScenarioLibrary => {
  const folders = { shipped: shippedFolder, own: folder } as const;
  const namesOf = (origin: Wanted['origin']): readonly string[] =>
    origin === 'shipped' ? shippedNames : ownNames(folder);

  const find = ({ origin, name }: Wanted): Outcome<string> =>
    // Nothing but what is listed, so that no path leads elsewhere.
    namesOf(origin).includes(name)
      ? done(path.join(folders[origin], name))
      : problem('not-found', `There is no scenario ${name} any more.`);

  return Object.freeze({
    list: () =>
      (['shipped', 'own'] as const).flatMap((origin) =>
        namesOf(origin).map((name) => describe(origin, folders[origin], name)),
      ),
    find,
    save: (name: string, text: string) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const file = path.join(folder, freeName(folder, stemOf(name)));
        writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
        return done(file);
      } catch (error) {
        const why =
          systemCode(error) === 'EEXIST' ? 'another one came first' : describeProblem(error);
        return problem('system', `The scenario could not be written to ${folder}: ${why}.`);
      }
    },
    remove: (name: string) => {
      const found = find({ origin: 'own', name });
      if (!found.ok) return found;
      try {
        // A link goes itself, and never what it leads to.
        unlinkSync(found.value);
        return done(null);
      } catch (error) {
        return problem('system', `${name} could not be removed: ${describeProblem(error)}.`);
      }
    },
    rename: (name: string, title: string) => {
      const found = find({ origin: 'own', name });
      if (!found.ok) return found;
      const read = readScenarioFile(found.value);
      const text = read.ok ? retitled(read.text, title) : null;
      if (text === null)
        return problem('refused', `${name} is no scenario that can be read. Mend it in an editor.`);
      try {
        replaceFile(found.value, text);
        return done(null);
      } catch (error) {
        return problem('system', `${name} could not be written: ${describeProblem(error)}.`);
      }
    },
  });
};
