import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createScenarioLibrary } from '../../../main/app/scenario/scenario-library.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

const own = (folder: string): readonly unknown[] =>
  createScenarioLibrary(folder)
    .list()
    .filter(({ origin }) => origin === 'own')
    .map(({ name, hindrance }) => [name, hindrance]);

describe('what lies among the saved scenarios', () => {
  it.runIf(process.platform !== 'win32')('is not waited for, whatever it is', () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [path.join(folder, 'pipe.pwscenario')]);
    symlinkSync('loop.pwscenario', path.join(folder, 'loop.pwscenario'));
    expect(own(folder)).toEqual([
      ['loop.pwscenario', 'It cannot be read: its links lead in circles.'],
      ['pipe.pwscenario', 'It is no file that holds text.'],
    ]);
  });
});

const scenario = [
  '# Why it matters.',
  'format: 1',
  'name: As it was # for now',
  'project: demo',
  'steps:',
  '  - settle:',
  '',
].join('\n');

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = path.join(temporaryFolder(), 'scenarios');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
};

describe('deleting a saved scenario', () => {
  it('takes its file, and nothing else', () => {
    const folder = folderWith({ 'a.pwscenario': scenario, 'b.yaml': scenario, 'notes.txt': '' });
    const library = createScenarioLibrary(folder);
    expect(library.remove('a.pwscenario')).toEqual({ ok: true, value: null });
    expect(readdirSync(folder).toSorted()).toEqual(['b.yaml', 'notes.txt']);
    expect(own(folder)).toEqual([['b.yaml', null]]);
  });

  it.each([
    'notes.txt',
    'gone.pwscenario',
    '../outside.pwscenario',
    './a.pwscenario',
    'sub/../a.pwscenario',
    '..',
    '',
  ])('is refused where the name is not in the list: %s', (name) => {
    const folder = folderWith({ 'a.pwscenario': scenario, 'notes.txt': '' });
    const outside = path.join(folder, '..', 'outside.pwscenario');
    writeFileSync(outside, scenario);
    const library = createScenarioLibrary(folder);
    expect(library.remove(name)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(library.rename(name, 'Another')).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
    expect([existsSync(outside), readdirSync(folder).length]).toEqual([true, 2]);
  });

  it.each(['the-backend-is-down.pwscenario'])('never takes one of the app: %s', (name) => {
    const library = createScenarioLibrary(folderWith({}));
    expect(library.remove(name)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(library.find({ origin: 'shipped', name })).toMatchObject({ ok: true });
  });

  it.runIf(process.platform !== 'win32')('takes a link, and not what it leads to', () => {
    const folder = folderWith({});
    const target = path.join(folder, '..', 'target.yaml');
    writeFileSync(target, scenario);
    symlinkSync(target, path.join(folder, 'link.yaml'));
    expect(createScenarioLibrary(folder).remove('link.yaml')).toMatchObject({ ok: true });
    expect([readdirSync(folder), readFileSync(target, 'utf8')]).toEqual([[], scenario]);
  });

  it('says why it could not be done', () => {
    const folder = folderWith({});
    mkdirSync(path.join(folder, 'folder.yaml'));
    expect(createScenarioLibrary(folder).remove('folder.yaml')).toMatchObject({
      ok: false,
      problem: { code: 'system' },
    });
  });
});

describe('renaming a saved scenario', () => {
  it('changes its title, and nothing else in the file', () => {
    const folder = folderWith({ 'a.pwscenario': scenario });
    const library = createScenarioLibrary(folder);
    expect(library.rename('a.pwscenario', 'It’s: “new”')).toEqual({ ok: true, value: null });
    expect(readFileSync(path.join(folder, 'a.pwscenario'), 'utf8')).toBe(
      scenario.replace('As it was', '"It’s: “new”"'),
    );
    expect(readdirSync(folder)).toEqual(['a.pwscenario']);
  });

  it.each([
    ['JSON', '{"format":1,"name":"Old","project":"demo","steps":[{"settle":null}]}'],
    ['a folded name', 'format: 1\nname: >\n  Old\n  one\nproject: demo\nsteps:\n  - settle:\n'],
    ['a name at the end', 'format: 1\nproject: demo\nsteps:\n  - settle:\nname: Old'],
  ])('works with %s', (_, text) => {
    const folder = folderWith({ 'a.json': text });
    const library = createScenarioLibrary(folder);
    expect(library.rename('a.json', 'New')).toEqual({ ok: true, value: null });
    const titles = library.list().filter(({ origin }) => origin === 'own');
    expect(titles).toMatchObject([{ title: 'New', hindrance: null }]);
  });

  it('leaves alone what is no scenario', () => {
    const folder = folderWith({ 'a.yaml': 'name: [' });
    expect(createScenarioLibrary(folder).rename('a.yaml', 'New')).toMatchObject({ ok: false });
    expect(readFileSync(path.join(folder, 'a.yaml'), 'utf8')).toBe('name: [');
  });
});
