import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { done, problem } from '../../../../shared/contract/outcome.ts';
import type { App } from '../../../../main/app/app.ts';
import { storedAppearance } from '../../../../main/hosts/electron/appearance.ts';
import { createForget } from '../../../../main/hosts/electron/forget.ts';
import { createHostCall } from '../../../../main/hosts/electron/host-call.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const open = () => {
  const app = { call: vi.fn<App['call']>(() => Promise.resolve(done(null))) };
  const theme: { themeSource: 'system' | 'light' | 'dark' } = { themeSource: 'light' };
  const forget = vi.fn((): Promise<string | null> => Promise.resolve(null));
  return { app, theme, forget, call: createHostCall({ app, theme, forget }) };
};

describe('a call that concerns the host', () => {
  it.each([
    ['changeSettings', { appearance: 'dark' }, 'dark'],
    ['changeSettings', { timelineEvents: 5_000 }, 'light'],
    ['changeSettings', { appearance: 'pink' }, 'light'],
    ['resetSettings', null, 'system'],
    ['wipeData', null, 'system'],
    ['getOfferings', null, 'light'],
  ] as const)('%s %j makes menus and dialogs %s', async (name, argument, expected) => {
    const { call, theme, app } = open();
    expect(await call(name, argument)).toEqual(done(null));
    expect(theme.themeSource).toBe(expected);
    expect(app.call).toHaveBeenCalledExactlyOnceWith(name, argument);
  });

  it('changes nothing where the app refuses it', async () => {
    const { app, call, theme, forget } = open();
    app.call.mockResolvedValue(problem('system', 'The disk is full.'));
    expect(await call('changeSettings', { appearance: 'dark' })).toMatchObject({ ok: false });
    app.call.mockResolvedValue(problem('bad-argument', 'The call cannot be made like that.'));
    expect(await call('wipeData', {})).toMatchObject({ ok: false });
    app.call.mockResolvedValue(problem('refused', 'A recording is on the desk.'));
    expect(await call('wipeData', null)).toMatchObject({ ok: false });
    expect(theme.themeSource).toBe('light');
    expect(forget).not.toHaveBeenCalled();
  });

  it('forgets the secrets also where the app could not remove everything', async () => {
    const { app, call, forget } = open();
    const outcome = problem('system', 'Not everything could be removed.');
    app.call.mockResolvedValue(outcome);
    expect(await call('wipeData', null)).toEqual(outcome);
    expect(forget).toHaveBeenCalledOnce();
  });

  it('wipes what the host keeps, too, and says what is left', async () => {
    const { call, forget } = open();
    await call('getOfferings', null);
    expect(forget).not.toHaveBeenCalled();
    expect(await call('wipeData', null)).toEqual(done(null));
    forget.mockResolvedValue('The secrets are still there.');
    expect(await call('wipeData', null)).toEqual(problem('system', 'The secrets are still there.'));
  });
});

describe('forgetting', () => {
  it('takes the secrets and what pages keep', async () => {
    const keyStore = { removeAll: vi.fn(() => ({ status: 'removed' as const })) };
    const session = { clearStorageData: vi.fn(() => Promise.resolve()) };
    expect(await createForget({ keyStore, session })()).toBe(null);
    expect(keyStore.removeAll).toHaveBeenCalledOnce();
    expect(session.clearStorageData).toHaveBeenCalledOnce();
  });

  it.each([
    [{ status: 'failed' as const, message: 'it is read-only' }, null, 'it is read-only'],
    [{ status: 'removed' as const }, new Error('it is in use'), 'it is in use'],
  ])('says what is left: %j, %s', async (keys, error, expected) => {
    const clearStorageData = () => (error === null ? Promise.resolve() : Promise.reject(error));
    const forget = createForget({
      keyStore: { removeAll: () => keys },
      session: { clearStorageData },
    });
    expect(await forget()).toContain(expected);
  });
});

describe('the appearance before the app is open', () => {
  it('is the one that was set, or that of the system', () => {
    const folder = temporaryFolder();
    expect(storedAppearance(folder)).toBe('system');
    writeFileSync(path.join(folder, 'settings.json'), '{"appearance":"dark"}');
    expect(storedAppearance(folder)).toBe('dark');
  });
});
