import { describe, expect, it } from 'vitest';
import { type StartOptions, readStartArguments } from '../../../main/tools/start/arguments.ts';

const none: StartOptions = {
  isHeadless: false,
  port: null,
  dataFolder: null,
  project: null,
  scenario: null,
};

describe('the arguments of npm start', () => {
  it.each<[readonly string[], Partial<StartOptions>]>([
    [[], {}],
    [['--headless'], { isHeadless: true }],
    [['--port', '8080'], { port: 8080 }],
    [['--port=0'], { port: 0 }],
    [['--data', 'here'], { dataFolder: 'here' }],
    [['--project', '../there', '--headless'], { project: '../there', isHeadless: true }],
    [['a.pwscenario', '--headless'], { scenario: 'a.pwscenario', isHeadless: true }],
    [['a.pwscenario', 'B.PWSCENARIO'], { scenario: 'B.PWSCENARIO' }],
    [['bug.ZIP'], { scenario: 'bug.ZIP' }],
  ])('say what to open: %j', (argv, options) => {
    expect(readStartArguments(argv)).toEqual({ kind: 'run', options: { ...none, ...options } });
  });

  it.each([[['--help']], [['-h']], [['--headless', '--help']]])('ask for help: %j', (argv) => {
    expect(readStartArguments(argv)).toEqual({ kind: 'help' });
  });

  it.each<[readonly string[], string]>([
    [['--port', 'x'], '--port must be a number from 0 to 65535, not x.'],
    [['--port', '65536'], '--port must be a number from 0 to 65535, not 65536.'],
    [['--port', '1e3'], '--port must be a number from 0 to 65535, not 1e3.'],
    [['--port='], '--port must be a number from 0 to 65535, not .'],
    [['--data='], '--project and --data need a path.'],
    [['--project', ''], '--project and --data need a path.'],
    [['--sing'], "Unknown option '--sing'; see --help."],
    [['--headless=no'], "Option '--headless' does not take an argument; see --help."],
    [
      ['a.yaml'],
      'a.yaml means nothing here; a project folder follows --project, a scenario to open ends in .pwscenario, a report in .zip, and any other scenario is played by `npm run -s scenario -- FILE`.',
    ],
  ])('are refused in one sentence: %j', (argv, sentence) => {
    expect(readStartArguments(argv)).toEqual({ kind: 'refused', sentence });
  });

  it('are refused where a value is missing', () => {
    expect(readStartArguments(['--data'])).toMatchObject({
      kind: 'refused',
      sentence: expect.stringMatching(/^Option '--data <value>' argument missing/),
    });
  });
});
