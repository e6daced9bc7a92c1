import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProjectFolder } from '../../../main/project/load-folder.ts';
import { loadScenario } from '../../../main/scenario/load.ts';
import {
  type Files,
  body,
  folderWith,
  goodFiles,
  problemIn,
  problemOf,
  screen,
} from './project-files.ts';

describe('a broken project folder', () => {
  it('names a folder that is not there, is a file, or is no project', () => {
    const folder = folderWith({ 'a.txt': 'text' });
    const message = (at: string): string => {
      const loaded = loadProjectFolder(at);
      return loaded.ok ? 'loaded' : loaded.problem.message;
    };
    expect([
      message(path.join(folder, 'no')),
      message(path.join(folder, 'a.txt')),
      message(folder),
    ]).toEqual([
      `There is no folder ${folder}/no.`,
      `${folder}/a.txt is a file, not a project folder.`,
      `${folder} is not a project folder: there is no offerings.json and no workflows.json.`,
    ]);
  });

  it.each<[string, number, string]>([
    ['{\n  "workflows": [1,]\n}', 2, 'has a comma before a closing bracket'],
    ['{\n  "workflows": [],\n\n}', 2, 'has a comma before a closing bracket'],
    ['{\n\n  workflows: []}', 3, 'has a key that is not in double quotes'],
    ["{\n'a': 1}", 2, 'has other quotes than the straight double ones'],
    ['{\n“a”: 1}', 2, 'has other quotes than the straight double ones'],
    ['{ // ours\n  "workflows": []}', 1, 'has a comment, which JSON does not know'],
    ['{\n/* ours */ "workflows": []}', 2, 'has a comment, which JSON does not know'],
    ['{"a": 1\n"b": 2}', 1, 'lacks a comma'],
    ['{"a": [1 2]}', 1, 'lacks a comma'],
    ['{"a"\n 1}', 2, 'has a key without a colon after it'],
    ['{"a": 1]', 1, 'has a bracket that does not fit there'],
    ['{"a":\n}', 2, 'has a bracket that does not fit there'],
    ['{}\n}', 2, 'goes on after the end'],
    ['{ "workflows": [\n\n', 1, 'is where it ends, although something is still open'],
    [
      '{"a": "x\ny"}',
      1,
      'has a text without its closing quotes, or with a line break or tab in it',
    ],
    ['{"a":\n"x}', 2, 'has a text without its closing quotes, or with a line break or tab in it'],
    [
      '{"a": "C:\\Users"}',
      1,
      'has a backslash that means nothing (the character itself is written \\\\)',
    ],
    [
      '{"a": NaN}',
      1,
      'has a value that is neither in double quotes nor a number, true, false or null',
    ],
    ['{"a": 1; "b": 2}', 1, 'cannot be read'],
  ])('says what to mend in %j', (text, line, what) => {
    expect(problemOf({ 'workflows.json': text })).toEqual({
      file: 'workflows.json',
      line,
      message: `workflows.json is not JSON: line ${line} ${what}.`,
    });
  });

  it('names file, line and place of what is wrong in the offerings, the list or a workflow', () => {
    expect([
      problemOf({ 'offerings.json': { offerings: [{ identifier: 'x', packages: [] }] } }),
      problemOf({ 'workflows.json': { workflows: [{ id: 7, display_name: 'A' }] } }),
      problemOf({ 'workflows/wf_a.json': { ...body, steps: { 'a.b': { id: 's', type: 1 } } } }),
    ]).toEqual([
      {
        file: 'offerings.json',
        line: 3,
        place: 'offerings.0.description',
        message: 'offerings.json, line 3, offerings.0.description: is missing: it must be text.',
      },
      {
        file: 'workflows.json',
        line: 4,
        place: 'workflows.0.id',
        message: 'workflows.json, line 4, workflows.0.id: must be text, not a number.',
      },
      {
        file: 'workflows/wf_a.json',
        line: 8,
        place: 'steps.a.b.type',
        message: 'workflows/wf_a.json, line 8, steps.a.b.type: must be text, not a number.',
      },
    ]);
  });

  const item = { id: 'wf_a', display_name: 'A' };

  it.each<[string, Files, string]>([
    [
      'no list',
      { 'workflows.json': {} },
      'workflows.json, line 1, workflows: is missing: it must be a list [ ].',
    ],
    [
      'an object for a list',
      { 'workflows.json': { workflows: {} } },
      'workflows.json, line 2, workflows: must be a list [ ], not an object { }.',
    ],
    [
      'null for an entry',
      { 'workflows.json': { workflows: [item, null] } },
      'workflows.json, line 7, workflows.1: must be an object { }, not null.',
    ],
    [
      'text for a yes or no',
      { 'workflows.json': { workflows: [{ ...item, prefetch: 'yes' }] } },
      'workflows.json, line 6, workflows.0.prefetch: must be true or false, not text.',
    ],
    [
      'a delivery that is none',
      { 'workflows.json': { workflows: [{ ...item, delivery: 'post' }] } },
      'workflows.json, line 6, workflows.0.delivery: the delivery is neither "inline" nor "cdn".',
    ],
    [
      'no screens',
      { 'workflows/wf_a.json': { ...body, screens: undefined } },
      'workflows/wf_a.json, line 1, screens: is missing: it must be an object { }.',
    ],
    [
      'a list for the screens',
      { 'workflows/wf_a.json': { ...body, screens: [screen] } },
      'workflows/wf_a.json, line 12, screens: must be an object { }.',
    ],
    [
      'a screen without its template',
      {
        'workflows/wf_a.json': {
          ...body,
          screens: { sc: { ...screen, template_name: undefined } },
        },
      },
      'workflows/wf_a.json, line 13, screens.sc.template_name: is missing: it must be text.',
    ],
    [
      'a key with a colon and one with a line break',
      { 'workflows/wf_a.json': { ...body, steps: { 'a: b\nc': { id: 5 } } } },
      'workflows/wf_a.json, line 7, steps.a: b\\nc.id: must be text, not a number.',
    ],
    [
      'a key that stands twice, of which one would be lost',
      {
        'workflows.json': '{"workflows": [{\n"id": "wf_a",\n"display_name": "A",\n"id": "wf_b"}]}',
      },
      'workflows.json, line 4, workflows.0.id: the key stands twice in the same object.',
    ],
    [
      'more levels than can be served',
      { 'offerings.json': `{"offerings": [],\n"x": ${'['.repeat(9_999)}${']'.repeat(9_999)}}` },
      'offerings.json, line 2: it is nested deeper than 500 levels.',
    ],
  ])('says in one sentence what is wrong with %s', (_, files, message) => {
    expect(problemOf(files).message).toBe(message);
  });

  it.each<[string, string, string]>([
    ['wf/b', 'x.json', 'there is no workflows/wf%2Fb.json: add it, or remove the entry.'],
    [
      'WF_A',
      'wf_a.json',
      'there is no workflows/WF_A.json, only a workflows/wf_a.json: the names must be the same.',
    ],
    [
      'wü',
      'wü.json',
      'there is no workflows/w%C3%BC.json, only a workflows/wü.json: the names must be the same.',
    ],
  ])('says which file the workflow %j needs, where there is %s', (id, name, message) => {
    const folder = folderWith({
      'offerings.json': goodFiles['offerings.json'],
      'workflows.json': { workflows: [{ ...item, id }] },
      [`workflows/${name}`]: body,
    });
    expect(problemIn(folder).message).toBe(`workflows.json, line 4, workflows.0.id: ${message}`);
  });

  it('says so where there are no workflows at all', () => {
    const message =
      'workflows.json, line 4, workflows.0.id: there is no workflows/wf_a.json: add it, or remove the entry.';
    const without = { ...goodFiles, 'workflows/wf_a.json': undefined };
    expect([
      problemIn(folderWith(without)).message,
      problemIn(folderWith({ ...without, workflows: 'a file' })).message,
    ]).toEqual([message, message]);
  });

  it('refuses an id that no text can hold', () => {
    const text = '{"workflows":[{"id":"\\ud800","display_name":"A"}]}';
    expect(problemOf({ 'workflows.json': text }).message).toBe(
      'workflows.json, line 1, workflows.0.id: the id is not readable text.',
    );
  });

  it('is told at the line of the scenario that names it, relative to the scenario', () => {
    const folder = folderWith({
      'scenarios/a.yaml': 'format: 1\nname: A\nproject: ../mine\nsteps: []\n',
      'mine/offerings.json': goodFiles['offerings.json'],
      'mine/workflows.json': { workflows: [item] },
    });
    expect(loadScenario(path.join(folder, 'scenarios', 'a.yaml'), 'a.yaml')).toEqual({
      ok: false,
      problems: [
        'a.yaml:3:1: project: workflows.json, line 4, workflows.0.id: there is no workflows/wf_a.json: add it, or remove the entry.',
      ],
    });
  });
});
