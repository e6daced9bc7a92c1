import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  countLine,
  coverBehaviours,
  listingLines,
  problemLines,
} from '../../../main/tools/behaviours/coverage.ts';
import { BEHAVIOUR_ID, readBehaviours } from '../../../main/tools/behaviours/list.ts';
import { readScenarioName, readTestTitles } from '../../../main/tools/behaviours/titles.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const ownList = readFileSync(path.join(root, 'tests/behaviours.md'), 'utf8');

// Ids are put together here: written out, they would count as carried by these tests.
const id = (group: string, number: number) => `${group}-0${String(number)}`;
const ONE = id('D', 1);
const TWO = id('D', 2);
const NONE = id('Q', 9);

describe('the list of behaviours', () => {
  it('is read line by line, with the reason where no test is required', () => {
    const markdown = `# Title\n\n- **${ONE}** Blocks.\n- **${TWO}** (not required: gone) Serves.\n- other`;
    expect(readBehaviours(markdown)).toEqual([
      { id: ONE, sentence: 'Blocks.', exemption: null },
      { id: TWO, sentence: 'Serves.', exemption: 'not required: gone' },
    ]);
  });

  it('names every id once', () => {
    const ids = readBehaviours(ownList).map((behaviour) => behaviour.id);
    expect(ids).toHaveLength(175);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has the same ids as the reference list', (context) => {
    const reference = path.join(root, '../shared/spec/behaviours.md');
    context.skip(!existsSync(reference), 'the reference list does not lie beside this folder');
    const ids = (text: string) => readBehaviours(text).map((behaviour) => behaviour.id);
    expect(ids(ownList)).toEqual(ids(readFileSync(reference, 'utf8')));
  });
});

describe('the titles of tests', () => {
  it('are those of tests and groups, whatever their modifiers', () => {
    const source = `
      describe('a group', () => {
        it('works', () => {});
        test.each([1, 2])('works with %i', () => {});
        it.each\`a\`(\`works with a table\`, () => {});
        it.skipIf(isWindows)("works but on Windows", () => {});
        describe.concurrent('inside', { timeout: 5 }, () => {});
        expect('nothing').toBe('a title');
      });`;
    expect(readTestTitles(source)).toEqual([
      'a group',
      'works',
      'works with %i',
      'works with a table',
      'works but on Windows',
      'inside',
    ]);
  });

  it('are none where nothing runs', () => {
    const source = `
      it.todo('planned');
      it.skip('put aside', () => {});
      describe.skip('all put aside', () => { it('inside', () => {}); });`;
    expect(readTestTitles(source)).toEqual([]);
  });

  it('are the names of scenario files', () => {
    expect(readScenarioName('format: 1\nname: The backend is down\n')).toEqual([
      'The backend is down',
    ]);
    expect(readScenarioName('format: 1\n')).toEqual([]);
    expect(readScenarioName('- just\n- a list\n')).toEqual([]);
    expect(readScenarioName('')).toEqual([]);
  });

  it.each([
    [`${ONE} serves, and ${TWO} refreshes`, [ONE, TWO]],
    ['reads UTF-16 and the year 2026-01', []],
  ])('hold ids: %s', (title, ids) => {
    expect(title.match(BEHAVIOUR_ID) ?? []).toEqual(ids);
  });
});

describe('the behaviours that tests carry', () => {
  const behaviours = [
    { id: ONE, sentence: 'Blocks.', exemption: null },
    { id: TWO, sentence: 'Serves.', exemption: null },
    { id: id('P', 2), sentence: 'Is gone.', exemption: 'not required: gone' },
  ];

  it('are listed with their tests, and required ones without any are told', () => {
    const coverage = coverBehaviours(behaviours, [
      { file: 'a.test.ts', titles: [`${ONE} blocks`, 'other'] },
    ]);
    expect(listingLines(coverage)).toEqual([
      `${ONE} Blocks.`,
      `    a.test.ts: ${ONE} blocks`,
      `${TWO} Serves.`,
      '    no test',
      `${id('P', 2)} Is gone. (not required: gone)`,
      '    no test',
    ]);
    expect(problemLines(coverage)).toEqual([`No test carries ${TWO}: Serves.`]);
    expect(countLine(coverage)).toBe('1 of 2 required behaviours have a test, 0 unknown ids');
  });

  it('do not include an id that does not exist, which is told', () => {
    const coverage = coverBehaviours(behaviours.slice(0, 1), [
      { file: 'a.yaml', titles: [`${ONE} and ${NONE}`] },
    ]);
    expect(problemLines(coverage)).toEqual([
      `There is no behaviour ${NONE} in a.yaml: ${ONE} and ${NONE}`,
    ]);
  });
});
