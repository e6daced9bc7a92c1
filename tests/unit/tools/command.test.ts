import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toolEnvironment } from '../../../main/tools/test/command.ts';

describe('the environment of a tool', () => {
  const coloursOf = (env: NodeJS.ProcessEnv, isTerminal: boolean) => {
    const { NO_COLOR, FORCE_COLOR } = toolEnvironment({ root: '/project', env }, isTerminal);
    return { NO_COLOR, FORCE_COLOR };
  };

  it('asks for colours only where somebody sees or wants them', () => {
    expect(coloursOf({}, true)).toEqual({});
    expect(coloursOf({}, false)).toEqual({ NO_COLOR: '1' });
    expect(coloursOf({ FORCE_COLOR: '1' }, false)).toEqual({ FORCE_COLOR: '1' });
  });

  it('never has both wishes about colours, of which Node would warn', () => {
    expect(coloursOf({ NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toEqual({ NO_COLOR: '1' });
  });

  it('keeps caches out of the folder for temporary files', () => {
    expect(toolEnvironment({ root: '/project', env: { HOME: '/home' } }, true)).toEqual({
      HOME: '/home',
      NODE_DISABLE_COMPILE_CACHE: '1',
      PWTEST_CACHE_DIR: path.join('/project', 'node_modules/.cache/playwright'),
    });
  });
});
