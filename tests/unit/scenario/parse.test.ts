import { describe, expect, it } from 'vitest';
import { parseScenario, problemText } from '../../../main/scenario/parse.ts';
import { idsOfSpec } from '../../../shared/scenario/known-ids.ts';
import { checkReferences } from '../../../shared/scenario/references.ts';

/** A file whose steps are these lines; the first of them is line 9. */
const file = (...steps: readonly string[]): string =>
  [
    'format: 1',
    'name: A test',
    'project:',
    '  offerings: [{ id: default }, { id: old, legacy: true }]',
    '  workflows:',
    '    - { id: wf_a, offering: default, prefetch: true }',
    '    - { id: wf_b, offering: null, answers-as: wf_c }',
    'steps:',
    ...steps.map((step) => `  ${step}`),
  ].join('\n');

const problemsOf = (text: string): readonly string[] => {
  const result = parseScenario(text);
  if (!result.ok) return result.problems.map((problem) => problemText('f.yaml', problem));
  const { scenario, locateProblems } = result.parsed;
  if (scenario.project.kind !== 'generated') return [];
  const problems = checkReferences(scenario, idsOfSpec(scenario.project.spec));
  return locateProblems(problems).map((problem) => problemText('f.yaml', problem));
};

const steps =
  'get-offerings, get-list, get-workflow, log-in, log-out, switch-user, alias, foreground, background, advance, cold-start, offline, online, fail, heal, slow, hold, release, change, corrupt, fill-disk, free-disk, settle, mark, expect, repeat';
const kinds =
  'a status from 400 to 599, offline, refused, dns, timeout, reset, truncated, empty, html, wrong-type, bad-json, wrong-hash, oversize, redirect, slow, flaky';
const callKeys =
  'status, source, freshness, workflow, revision, error, completions, former-user, offerings, current';

describe('a scenario file that cannot be used', () => {
  it.each<[string, readonly string[]]>([
    ['', ['f.yaml:1:1: the file is empty']],
    ['# nothing', ['f.yaml:1:1: the file is empty']],
    ['5', ['f.yaml:1:1: must be a map, not 5']],
    ['a: 1\na: 2', ['f.yaml:2:1: the key `a` is there already: a map has each key once']],
    ['a: *b', ['f.yaml:1:1: there is no anchor `&b` before `*b`']],
    ['['.repeat(100_000), ['f.yaml:1:806: the file is nested too deeply']],
    [
      'requests: { list: >= 1 }',
      ['f.yaml:1:19: a number with >= or <= stands in quotes, as in ">= 2"'],
    ],
  ])('says what is wrong with the text %#', (text, expected) => {
    const shown = problemsOf(text).map((line) =>
      line.replace(/1:\d+: the file is nested/, '1:806: the file is nested'),
    );
    expect(shown.slice(0, 1)).toEqual(expected);
  });

  it('does not let anchors multiply', () => {
    const names = ['b', 'c', 'd', 'e', 'f', 'g'];
    const lines = names.map((name, index) => {
      const before = names[index - 1] ?? 'a';
      return `${name}: &${name} [${Array.from({ length: 20 }, () => `*${before}`).join(',')}]`;
    });
    const bomb = ['a: &a [1,1]', ...lines].join('\n');
    expect(problemsOf(bomb)).toEqual([
      'f.yaml:1:1: the anchors of the file are used more often than 100 times',
    ]);
  });

  it('lists everything that is wrong at the top, with what is allowed there', () => {
    const text = [
      'format: 2',
      'name: "  "',
      'rules: androd',
      'projekt: demo',
      'start: { user: 5, foreground: yes, settings: { fallback: true } }',
    ].join('\n');
    expect(problemsOf(text)).toEqual([
      'f.yaml:1:1: format: this version reads format 1, not 2',
      'f.yaml:1:1: project: must be a map with offerings and workflows, `demo`, or the path of a project folder, not nothing',
      'f.yaml:1:1: steps: is missing',
      'f.yaml:2:1: name: must be one line of text',
      'f.yaml:3:1: rules: must not be `androd`; did you mean `android`? allowed here: recommended, android, ios',
      'f.yaml:4:1: projekt: unknown key `projekt`; did you mean `project`? allowed here: format, name, rules, project, start, steps',
      'f.yaml:5:10: start.user: must be text, not 5: put it in quotes',
      'f.yaml:5:19: start.foreground: must be true or false, not `yes`',
      'f.yaml:5:48: start.settings.fallback: unknown key `fallback`; allowed here: persist-on-demand, fallback-host, workflows',
    ]);
  });

  it.each<[string, string]>([
    [
      '- get-offering:',
      `f.yaml:9:5: steps[0].get-offering: unknown step \`get-offering\`; did you mean \`get-offerings\`? allowed here: ${steps}`,
    ],
    [
      '- constructor:',
      `f.yaml:9:5: steps[0].constructor: unknown step \`constructor\`; allowed here: ${steps}`,
    ],
    ['- cold-start', 'f.yaml:9:5: steps[0]: a step is a map with one key: write `cold-start:`'],
    [
      '- { mark: , settle: }',
      'f.yaml:9:5: steps[0]: a step is a map with exactly one key, not one with 2 keys',
    ],
    ['- 5', 'f.yaml:9:5: steps[0]: a step is a map with exactly one key, not 5'],
    ['- cold-start: true', 'f.yaml:9:5: steps[0].cold-start: takes nothing: leave true out'],
    ['- log-in:', 'f.yaml:9:5: steps[0].log-in: must be text, not nothing'],
    [
      '- advance: 5',
      'f.yaml:9:5: steps[0].advance: must be a duration such as 200ms, 30s, 5m or 25h, not 5',
    ],
    [
      '- get-list: { id: wf_a }',
      'f.yaml:9:17: steps[0].get-list.id: unknown key `id`; allowed here: as, wait, force',
    ],
    [
      '- get-workflow: { as: a }',
      'f.yaml:9:5: steps[0].get-workflow: must say which workflow: either id or offering',
    ],
    [
      '- get-workflow: { id: wf_a, offering: default }',
      'f.yaml:9:5: steps[0].get-workflow: must say which workflow: either id or offering',
    ],
    [
      '- fail: { what: detail }',
      `f.yaml:9:5: steps[0].fail.with: is missing; allowed here: ${kinds}`,
    ],
    [
      '- fail: { what: detail, with: 399 }',
      'f.yaml:9:27: steps[0].fail.with: a status must be from 400 to 599, not 399',
    ],
    [
      '- fail: { what: detail, with: refuse }',
      `f.yaml:9:27: steps[0].fail.with: must not be \`refuse\`; did you mean \`refused\`? allowed here: ${kinds}`,
    ],
    [
      '- fail: { what: detail, with: wrong-hash }',
      'f.yaml:9:27: steps[0].fail.with: `wrong-hash` is for bodies and assets; allowed with cdn, asset, all',
    ],
    [
      '- fail: { what: all, with: 500, times: 0 }',
      'f.yaml:9:35: steps[0].fail.times: must be at least 1',
    ],
    [
      '- hold: { what: list, id: wf_a }',
      'f.yaml:9:25: steps[0].hold.id: an id names one workflow: leave it out for offerings and list; allowed with detail, cdn, asset, backend, all',
    ],
    ['- hold:', 'f.yaml:9:5: steps[0].hold: must be a map, not nothing'],
    [
      '- slow: { what: cdn }',
      'f.yaml:9:5: steps[0].slow: must say how slow; allowed here: latency, jitter, rate',
    ],
    [
      '- slow: { what: cdn, rate: 64 }',
      'f.yaml:9:24: steps[0].slow.rate: must be so much per second, such as 500B, 64kB or 2MB, not 64',
    ],
    [
      '- slow: { what: cdn, latency: -1s }',
      'f.yaml:9:24: steps[0].slow.latency: must not be negative',
    ],
    [
      '- change: { workflow: wf_a }',
      'f.yaml:9:5: steps[0].change: says nothing to change; allowed here: prefetch, revision, delivery, hash, offering, answers-as',
    ],
    [
      '- change: { remove: wf_a, revision: 2 }',
      'f.yaml:9:29: steps[0].change.revision: unknown key `revision`; allowed here: remove',
    ],
    [
      '- change: {}',
      'f.yaml:9:5: steps[0].change: must say what to change: a map with one of workflow (and what of it), remove, add, offerings',
    ],
    [
      '- corrupt: { what: list, id: wf_a, how: empty }',
      'f.yaml:9:28: steps[0].corrupt.id: envelope and cdn-file need the id of a workflow, list and offerings have none',
    ],
    ['- repeat: { times: 2 }', 'f.yaml:9:5: steps[0].repeat.do: is missing'],
    [
      '- expect: []',
      'f.yaml:9:5: steps[0].expect: must be a map whose keys are `a call’s name`, `requests`, `peak`, `memory`, `disk`, `map`, `user`, `leaks`, `order` or `events`, not a list',
    ],
    [
      '- expect: { leaks: -1 }',
      'f.yaml:9:15: steps[0].expect.leaks: must be a whole number, ">= 2" or "<= 4", not -1',
    ],
    [
      '- expect: { requests: { details: 1 } }',
      'f.yaml:9:27: steps[0].expect.requests.details: unknown request `details`; did you mean `detail`? allowed here: offerings, list, detail, cdn, asset, detail ID, cdn ID',
    ],
    [
      '- expect: { order: [detail] }',
      'f.yaml:9:23: steps[0].expect.order[0]: unknown request `detail`; allowed here: offerings, list, asset, detail ID, cdn ID',
    ],
    [
      '- expect: { disk: { envelope: [] } }',
      'f.yaml:9:23: steps[0].expect.disk.envelope: unknown key `envelope`; did you mean `envelopes`? allowed here: list, offerings, envelopes, quarantined',
    ],
    [
      '- expect: { first: { state: ok } }',
      `f.yaml:9:24: steps[0].expect.first.state: unknown key \`state\`; did you mean \`status\`? allowed here: ${callKeys}`,
    ],
  ])('says what is wrong with the step %s', (step, expected) => {
    expect(problemsOf(file(step))).toEqual([expected]);
  });

  it.each<[readonly string[], string]>([
    [
      ['- expect: { a: {} }'],
      'f.yaml:9:15: steps[0].expect.a: no call has the name `a`; the file has none',
    ],
    [
      ['- expect: { a: {} }', '- get-list: { as: a }'],
      'f.yaml:9:15: steps[0].expect.a: the call `a` is made only after this step',
    ],
    [
      ['- get-list: { as: a }', '- get-list: { as: a }'],
      'f.yaml:10:17: steps[1].get-list.as: the name `a` is taken already: names are unique in a file (inside a repeat, `{n}` in a name makes it so)',
    ],
    [
      ['- repeat: { times: 2, do: [{ get-list: { as: a } }] }'],
      'f.yaml:9:44: steps[0].repeat.do[0].get-list.as: the name `a` is taken already: names are unique in a file (inside a repeat, `{n}` in a name makes it so)',
    ],
    [
      ['- get-list: { as: "a{n}" }'],
      'f.yaml:9:17: steps[0].get-list.as: `{n}` stands for the round of a repeat, and this step is in none',
    ],
    [
      ['- get-list: { as: disk }'],
      'f.yaml:9:17: steps[0].get-list.as: a call cannot be named `disk`, because expect has that key for something else',
    ],
    [
      ['- repeat: { times: 2, do: [{ get-list: { as: "a{n}" } }] }', '- expect: { a3: {} }'],
      'f.yaml:10:15: steps[1].expect.a3: no call has the name `a3`; did you mean `a1`? the file has a1, a2',
    ],
    [
      ['- get-workflow: { id: wf_x }'],
      'f.yaml:9:21: steps[0].get-workflow.id: no workflow or offering of this project ever has the id `wf_x`; did you mean `wf_a`? it has wf_default, wf_a, wf_b, wf_c, default, old',
    ],
    [
      ['- get-workflow: { offering: wf_a }'],
      'f.yaml:9:21: steps[0].get-workflow.offering: no offering of this project ever has the id `wf_a`; it has default, old',
    ],
    [
      ['- fail: { what: cdn, with: 500, id: sale }'],
      'f.yaml:9:35: steps[0].fail.id: no workflow or offering of this project ever has the id `sale`; it has wf_default, wf_a, wf_b, wf_c, default, old',
    ],
    [
      ['- change: { remove: wf_c }'],
      'f.yaml:9:15: steps[0].change.remove: no workflow in the list of this project ever has the id `wf_c`; did you mean `wf_a`? it has wf_a, wf_b',
    ],
    [
      ['- corrupt: { what: cdn-file, id: default, how: empty }'],
      'f.yaml:9:32: steps[0].corrupt.id: no workflow of this project ever has the id `default`; it has wf_default, wf_a, wf_b, wf_c',
    ],
    [
      ['- expect: { memory: { wf_old: absent } }'],
      'f.yaml:9:25: steps[0].expect.memory.wf_old: no workflow of this project ever has the id `wf_old`; it has wf_default, wf_a, wf_b, wf_c',
    ],
    [
      ['- expect: { disk: { envelopes: [wf_a, wf_q] } }'],
      'f.yaml:9:41: steps[0].expect.disk.envelopes[1]: no workflow or offering of this project ever has the id `wf_q`; did you mean `wf_a`? it has wf_default, wf_a, wf_b, wf_c, default, old',
    ],
    [
      ['- expect: { requests: { detail sale: 1 } }'],
      'f.yaml:9:27: steps[0].expect.requests.detail sale: no workflow or offering of this project ever has the id `sale`; it has wf_default, wf_a, wf_b, wf_c, default, old',
    ],
  ])('looks up names and ids: %s', (lines, expected) => {
    expect(problemsOf(file(...lines))).toEqual([expected]);
  });
});

describe('a scenario file that can be used', () => {
  it('knows ids that are added later, that bodies carry and that the backend makes', () => {
    expect(
      problemsOf(
        file(
          '- change: { add: { id: wf_new, offering: extra, answers-as: wf_other } }',
          '- expect: { memory: { wf_new: absent, wf_other: absent, wf_c: absent, wf_default: absent } }',
          '- expect: { map: { extra: wf_new, default: null }, requests: { detail default: 0 } }',
          '- get-workflow: { offering: extra }',
        ),
      ),
    ).toEqual([]);
  });

  it('puts the round into every text inside a repeat, ids and users too', () => {
    const lines = [
      '- repeat: { times: 2, do: [{ get-workflow: { id: "wf_a{n}" } }, { log-in: "u{n}" }] }',
    ];
    const added = ['1', '2'].map((n) => `- change: { add: { id: wf_a${n}, offering: null } }`);
    expect([problemsOf(file(...added, ...lines)), problemsOf(file(...lines)).length]).toEqual([
      [],
      1,
    ]);
  });

  it('takes JSON with tabs, and names of rounds', () => {
    const json = JSON.stringify(
      {
        format: 1,
        name: 'JSON',
        project: 'demo',
        steps: [
          { repeat: { times: 3, do: [{ 'get-list': { as: 'a{n}', wait: false } }] } },
          { 'cold-start': null },
          { heal: null },
          { release: { what: 'all' } },
        ],
      },
      null,
      '\t',
    );
    const result = parseScenario(json);
    expect(result.ok && result.parsed.scenario).toEqual({
      format: 1,
      name: 'JSON',
      rules: 'recommended',
      project: { kind: 'demo' },
      start: {
        user: 'ana',
        foreground: true,
        settings: { persistOnDemand: false, fallbackHost: false, workflows: true },
      },
      steps: [
        {
          name: 'repeat',
          times: 3,
          steps: [{ name: 'get-list', input: { as: 'a{n}', wait: false, force: false } }],
        },
        { name: 'cold-start', input: null },
        { name: 'heal', input: null },
        { name: 'release', input: { what: 'all' } },
      ],
    });
  });
});
