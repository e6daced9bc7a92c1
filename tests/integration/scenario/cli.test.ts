import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

const run = (
  tool: string,
  commandArguments: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', path.join(root, tool), ...commandArguments],
      { env: { ...process.env, npm_lifecycle_event: '', ...env } },
    );
    let out = '';
    let errors = '';
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (errors += String(data)));
    child.on('close', (status) => {
      resolve({ status, out, errors });
    });
  });

const scenario = (...commandArguments: readonly string[]): Promise<Ended> =>
  run('main/scenario/cli.ts', commandArguments);

const text = (name: string, expectation: string): string =>
  [
    'format: 1',
    `name: ${name}`,
    'project:',
    '  offerings: [{ id: default }]',
    '  workflows: [{ id: wf_a, offering: default }]',
    'steps:',
    '  - get-workflow: { id: wf_a, as: paywall }',
    `  - expect: ${expectation}`,
  ].join('\n');

const good = text('Good', '{ paywall: { status: ok, revision: 1 }, requests: { detail: 1 } }');
const failing = text(
  'Bad <&"> one',
  '{ paywall: { source: memory }, requests: { detail: ">= 2" } }',
);
const failingLine =
  'FAIL Bad <&"> one: step 2: paywall.source: expected memory, saw network; step 2: requests.detail: expected at least 2, saw 1';

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
};

describe('npm run scenario', () => {
  it('plays the files of a folder in order and ends with 1 where a check failed', async () => {
    const folder = folderWith({
      'b/two.pwscenario': failing,
      'a.yml': good.replace('Good', 'First'),
      'b/three.json': JSON.stringify({ format: 1, name: 'J', project: 'demo', steps: [] }),
      'c.yaml': good,
      'notes.txt': 'nothing',
      // A project folder beside them is none of ours, but for what is no JSON.
      'project/offerings.json': '{}',
      'project/workflows.json': '{}',
      'project/workflows/wf_a.json': '{}',
      'project/last.yaml': good.replace('Good', 'Last'),
    });
    expect(await scenario(folder)).toEqual({
      status: 1,
      out: [
        'ok First (3 checks)',
        'ok J (0 checks)',
        failingLine,
        'ok Good (3 checks)',
        'ok Last (3 checks)',
        '4 passed, 1 failed',
        '',
      ].join('\n'),
      errors: '',
    });
  });

  it('plays the rest where one file is unusable, and ends with 2', async () => {
    const bad = good.replace('paywall:', 'paywal:');
    const folder = folderWith({ 'a.yaml': bad, 'b.yaml': good });
    const file = path.join(folder, 'a.yaml');
    expect(await scenario(folder)).toEqual({
      status: 2,
      out: 'ok Good (3 checks)\n1 passed, 0 failed\n',
      errors: `${file}:8:15: steps[1].expect.paywal: no call has the name \`paywal\`; did you mean \`paywall\`? the file has paywall\n`,
    });
  });

  it('writes one JSON object for each file, and nothing else', async () => {
    const folder = folderWith({ 'a.yaml': good, 'b.yaml': failing, 'c.yaml': 'format: 1' });
    const { status, out } = await scenario('--json', '--rules', 'ios', folder);
    const objects = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const seen = objects.map(({ name, rules, ok, checks, failures, timeline }) => ({
      name,
      rules,
      ok,
      checks,
      failures: (failures as unknown[]).length,
      hasTimeline: (timeline as unknown[]).length > 0,
    }));
    expect([status, ...seen]).toEqual([
      2,
      { name: 'Good', rules: 'ios', ok: true, checks: 3, failures: 0, hasTimeline: true },
      { name: 'Bad <&"> one', rules: 'ios', ok: false, checks: 2, failures: 2, hasTimeline: true },
      { name: null, rules: null, ok: false, checks: 0, failures: 3, hasTimeline: false },
    ]);
  });

  it('writes JUnit XML with everything escaped', async () => {
    const folder = folderWith({ 'deep/b.yaml': failing, 'a.yaml': 'format: 1' });
    const file = path.join(folder, 'out.xml');
    await scenario('--junit', file, folder);
    const xml = readFileSync(file, 'utf8').replaceAll(/ time="[\d.]+"/g, '');
    expect(xml.split('\n')).toEqual(
      expect.arrayContaining([
        '<testsuites tests="2" failures="1" errors="1">',
        expect.stringMatching(
          /^ {4}<testcase name="Bad &lt;&amp;&quot;&gt; one" classname="[^"]*\.deep" file="[^"]+">$/,
        ),
        expect.stringMatching(
          /^ {6}<failure message="step 2: paywall.source: expected memory, saw network">/,
        ),
        expect.stringMatching(/^ {6}<error message="[^"]*a.yaml:1:1: name: is missing">/),
      ]),
    );
  });

  it('stops a file at the first step that fails, unless told to keep going', async () => {
    const folder = folderWith({ 'a.yaml': `${failing}\n  - expect: { leaks: 1 }\n` });
    const first = await scenario(folder);
    const all = await scenario('--keep-going', folder);
    const more = '; step 3: leaks: expected 1, saw 0';
    expect([first.out, all.out]).toEqual([
      `${failingLine}\n0 passed, 1 failed\n`,
      `${failingLine}${more}\n0 passed, 1 failed\n`,
    ]);
  });

  it('says in one sentence what is wrong with the command line', async () => {
    const empty = temporaryFolder();
    const results = await Promise.all([
      scenario(),
      scenario('--wat'),
      scenario('--rules', 'x', 'y'),
      scenario('/nowhere/a.yaml'),
      scenario(empty),
    ]);
    expect(results.map(({ status, errors }) => [status, errors])).toEqual([
      [2, 'Name the scenario files or folders to run, or use --help.\n'],
      [2, "Unknown option '--wat'; see --help.\n"],
      [2, '--rules must be recommended, android, ios, not x.\n'],
      [2, 'There is no file or folder /nowhere/a.yaml.\n'],
      [
        2,
        `There is no scenario in ${empty}: their files end in .yaml, .yml, .json, .pwscenario.\n`,
      ],
    ]);
  });

  it('guesses what a word on the command line that is nearly right was meant to be', async () => {
    const file = path.join(folderWith({ 'paywall.yaml': good }), 'paywal.yaml');
    const results = await Promise.all([scenario('--rules', 'andriod', file), scenario(file)]);
    expect(results.map(({ status, errors }) => [status, errors])).toEqual([
      [2, '--rules must be recommended, android, ios, not andriod; did you mean `android`?\n'],
      [2, `There is no file or folder ${file}; did you mean \`paywall.yaml\`?\n`],
    ]);
  });

  it('says what step cannot be done, and where in a repeat', async () => {
    const steps = '{ times: 2, do: [{ mark: }, { corrupt: { what: list, how: empty } }] }';
    const file = path.join(folderWith({ 'a.yaml': `${good}\n  - repeat: ${steps}\n` }), 'a.yaml');
    expect((await scenario(file)).out).toContain(
      'FAIL Good: step 3 (round 1, step 2): corrupt list: expected a copy on disk to damage, saw none\n',
    );
  });

  it('leaves no temporary folder behind', async () => {
    const temporary = temporaryFolder();
    const folder = folderWith({ 'a.yaml': good, 'b.yaml': failing });
    await run('main/scenario/cli.ts', [folder], { TMPDIR: temporary });
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('the scenarios that ship', () => {
  it('hold under the recommended rules', async () => {
    const shipped = path.join(root, 'main/scenario/shipped');
    const { status, out, errors } = await scenario('--rules', 'recommended', shipped);
    expect({ status, errors, isTold: out.startsWith('ok ') }).toEqual({
      status: 0,
      errors: '',
      isTold: true,
    });
  });
});

describe('an output that nobody reads any more', () => {
  it('ends the run without a stack, and without leaving a folder', async () => {
    const temporary = temporaryFolder();
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        path.join(root, 'main/scenario/cli.ts'),
        path.join(root, 'tests/scenarios/cold-start'),
      ],
      { env: { ...process.env, TMPDIR: temporary, npm_lifecycle_event: '' } },
    );
    let errors = '';
    child.stderr.on('data', (data) => (errors += String(data)));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([status, errors, readdirSync(temporary)]).toEqual([2, '', []]);
  });
});
