import { describe, expect, it } from 'vitest';
import { type Situation, chooseHost } from '../../../main/tools/start/choose-host.ts';

/** A desktop with everything installed. */
const desktop: Situation = {
  isHeadless: false,
  hasPort: false,
  hasDisplay: true,
  isRootOnLinux: false,
  hasElectronHost: true,
  hasRuntime: true,
  wasRefusedToday: false,
};

const quietly = { host: 'browser', why: null };
const because = (words: RegExp) => ({ host: 'browser', why: expect.stringMatching(words) });

describe('what npm start opens the app in', () => {
  it.each<[string, Partial<Situation>, unknown]>([
    ['with a runtime', {}, { host: 'electron' }],
    ['with a runtime, whatever was refused', { wasRefusedToday: true }, { host: 'electron' }],
    ['without a runtime', { hasRuntime: false }, { host: 'fetch-electron' }],
    [
      'without a runtime, refused today',
      { hasRuntime: false, wasRefusedToday: true },
      because(/earlier today/),
    ],
    ['headless', { isHeadless: true }, quietly],
    ['headless, without a runtime', { isHeadless: true, hasRuntime: false }, quietly],
    ['headless, without a screen', { isHeadless: true, hasDisplay: false }, quietly],
    ['with a port', { hasPort: true }, quietly],
    ['without a screen', { hasDisplay: false }, because(/no screen/)],
    [
      'without a screen and a runtime',
      { hasDisplay: false, hasRuntime: false },
      because(/no screen/),
    ],
    ['as root on Linux', { isRootOnLinux: true }, because(/root/)],
    [
      'as root on Linux, without a runtime',
      { isRootOnLinux: true, hasRuntime: false },
      because(/root/),
    ],
    ['without an Electron host', { hasElectronHost: false, hasRuntime: false }, quietly],
  ])('%s', (_situation, change, choice) => {
    expect(chooseHost({ ...desktop, ...change })).toEqual(choice);
  });
});
