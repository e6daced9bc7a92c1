import { describe, expect, it } from 'vitest';
import { type DeviceId, devices } from '../../../shared/stage/devices.ts';
import { readArguments } from '../../../main/tools/shoot/arguments.ts';
import { glassOf } from '../../../main/tools/shoot/paper.ts';

const everything = {
  groups: [],
  locales: [],
  colorModes: ['light', 'dark'],
  glasses: [glassOf({ width: 390, height: 844 })],
};

const wide = { width: 768, height: 1024 };

const deviceGlass = (id: DeviceId) => {
  const { size, safeArea } = devices[id];
  return { name: id, size, safeArea };
};

const read = (line: string) => readArguments(line === '' ? [] : line.split(' '));

describe('the arguments of npm run shoot', () => {
  it.each([
    ['', {}],
    ['--project demo', {}],
    ['--project my/project --out pictures', { project: 'my/project', out: 'pictures' }],
    ['--workflow wf_a --workflow wf_b', { groups: ['wf_a', 'wf_b'] }],
    ['--locale ar --locale de_DE', { locales: ['ar', 'de_DE'] }],
    ['--light', { colorModes: ['light'] }],
    ['--dark', { colorModes: ['dark'] }],
    ['--light --dark', {}],
    ['--size 768x1024', { glasses: [glassOf(wide)] }],
    [
      '--size 768x1024 --safe-area 59,0,34,1',
      { glasses: [{ ...glassOf(wide), safeArea: { top: 59, right: 0, bottom: 34, left: 1 } }] },
    ],
    [
      '--device iphone --device ipad --device iphone',
      { glasses: [deviceGlass('iphone'), deviceGlass('ipad')] },
    ],
    [
      '--device ipad --sideways',
      {
        glasses: [
          {
            name: 'ipad-sideways',
            size: { width: 1180, height: 820 },
            safeArea: devices.ipad.safeAreaSideways,
          },
        ],
      },
    ],
  ])('are understood: %s', (line, changes) => {
    expect(read(line)).toEqual({ kind: 'run', options: { ...everything, ...changes } });
  });

  it('ask for help', () => {
    expect(read('--dark --help')).toEqual({ kind: 'help' });
  });

  it.each([
    ['--size large', '--size must be like 390x844, each side from 100 to 4000, not large.'],
    ['--size 390x9', '--size must be like 390x844, each side from 100 to 4000, not 390x9.'],
    ['--size 390x844 --safe-area 1', '--safe-area must be like 59,0,34,0, not 1.'],
    [
      '--device nokia',
      'There is no device nokia: there are iphone-small, iphone, iphone-large, android-small, android, ipad.',
    ],
    ['--device ipad --size 390x844', 'A --device has a size and a safe area of its own.'],
    ['--sideways', '--sideways needs a --device.'],
    ['demo', 'demo is no option; a project folder is named by --project.'],
    ['--out=', '--project, --out, --workflow and --locale need a value.'],
    ['--colour', "Unknown option '--colour'; see --help."],
  ])('are refused: %s', (line, sentence) => {
    expect(read(line)).toEqual({ kind: 'refused', sentence });
  });
});
