import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../main/hosts/electron/command-line.ts';

const read = (...argv: string[]) => parseCommandLine(argv, '/work');

const nothing = { dataFolder: null, projectFolder: null, scenarioFile: null, hasDevTools: false };

describe('the command line', () => {
  it.each([
    ['of a packaged app', ['paywall-preview'], {}],
    ['of an unpackaged app', ['electron', '.'], {}],
    ['with a data folder', ['app', '--data', '/data'], { dataFolder: '/data' }],
    ['with an equals sign', ['app', '--data=/data'], { dataFolder: '/data' }],
    ['with a relative folder', ['app', '--project', 'shop'], { projectFolder: '/work/shop' }],
    [
      'with both, unpackaged',
      ['electron', '.', '--data', '/data', '--project', '/shop'],
      { dataFolder: '/data', projectFolder: '/shop' },
    ],
    [
      'among switches of Chromium and of tests',
      ['electron', '--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '.', '--data=/d'],
      { dataFolder: '/d' },
    ],
    ["with Chromium's own folder", ['app', '--user-data-dir=/elsewhere'], {}],
    ['with the last of several', ['app', '--data=/a', '--data=/b'], { dataFolder: '/b' }],
    ['with a scenario', ['app', 'down.pwscenario'], { scenarioFile: '/work/down.pwscenario' }],
    ['with a report', ['app', 'bug.zip'], { scenarioFile: '/work/bug.zip' }],
    [
      'with a scenario, unpackaged, among others',
      ['electron', '/apps/main', '--data', '/a.pwscenario', '/b.PWScenario', 'c.yaml'],
      { dataFolder: '/a.pwscenario', scenarioFile: '/b.PWScenario' },
    ],
    [
      'with the last of several scenarios',
      ['app', '/a.pwscenario', '--devtools', '/b.pwscenario'],
      { hasDevTools: true, scenarioFile: '/b.pwscenario' },
    ],
    ['with developer tools', ['app', '--devtools'], { hasDevTools: true }],
    ['with what macOS adds', ['app', '-psn_0_1234'], {}],
  ])('is read %s', (_name, argv, expected) => {
    expect(read(...argv)).toEqual({ ok: true, commandLine: { ...nothing, ...expected } });
  });

  it.each([
    ['data', ['app', '--data']],
    ['data', ['app', '--data=']],
    ['data', ['app', '--data', '--project', '/shop']],
    ['project', ['app', '--project', '--devtools']],
  ])('is refused where --%s has no folder: %j', (name, argv) => {
    expect(read(...argv)).toEqual({
      ok: false,
      message: `\`--${name}\` needs the path of a folder after it.`,
    });
  });
});
