import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import {
  cutOffChromium,
  guardNewSessions,
  guardSession,
  mayBeRequested,
} from '../../../../main/hosts/electron/session-guard.ts';
import { openTestLog, settle } from './stand-ins.ts';

type Callback<T> = (answer: T) => void;

const openSession = (setProxy = () => Promise.resolve()) =>
  Object.assign(new EventEmitter(), {
    setPermissionRequestHandler:
      vi.fn<
        (handler: (contents: unknown, name: string, done: Callback<boolean>) => void) => void
      >(),
    setPermissionCheckHandler: vi.fn<(handler: () => boolean) => void>(),
    setDevicePermissionHandler: vi.fn<(handler: () => boolean) => void>(),
    setSpellCheckerEnabled: vi.fn(),
    setProxy: vi.fn(setProxy),
    webRequest: {
      onBeforeRequest:
        vi.fn<
          (
            listener: (details: { url: string }, done: Callback<{ cancel: boolean }>) => void,
          ) => void
        >(),
    },
  });

const guarded = (session = openSession(), hasDevTools = false) => {
  const { log, lines } = openTestLog();
  guardSession(session as unknown as Session, { hasDevTools, log });
  return { session, lines };
};

describe('what a page may load', () => {
  it.each([
    ['app://window/', true, true],
    ['app://preview/assets/a.js', true, true],
    ['data:image/png;base64,AA==', true, true],
    ['blob:app://window/1', true, true],
    ['devtools://devtools/bundled/x.js', false, true],
    ['https://example.com/', false, false],
    ['http://127.0.0.1:1234/', false, false],
    ['ws://127.0.0.1:1234/', false, false],
    ['wss://example.com/', false, false],
    ['ftp://example.com/', false, false],
    ['file:///etc/passwd', false, false],
    ['chrome-extension://abc/x.js', false, false],
    ['app2://window/', false, false],
    ['', false, false],
  ])('%s: %s, and with developer tools %s', (url, packaged, withDevTools) => {
    expect(mayBeRequested(url, { hasDevTools: false })).toBe(packaged);
    expect(mayBeRequested(url, { hasDevTools: true })).toBe(withDevTools);
  });
});

describe('a session', () => {
  it.each(['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'unknown'])(
    'has no permission for %s, asked for or looked up',
    (name) => {
      const { session } = guarded();
      const done = vi.fn();
      session.setPermissionRequestHandler.mock.calls[0]?.[0](null, name, done);
      expect(done).toHaveBeenCalledExactlyOnceWith(false);
      expect(session.setPermissionCheckHandler.mock.calls[0]?.[0]()).toBe(false);
      expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]()).toBe(false);
    },
  );

  it('lets no request out, and says so', () => {
    const { session, lines } = guarded();
    const answers: unknown[] = [];
    const [listener] = session.webRequest.onBeforeRequest.mock.calls[0] ?? [];
    for (const url of ['app://window/', 'https://example.com/'])
      listener?.({ url }, (answer) => answers.push(answer));
    expect(answers).toEqual([{ cancel: false }, { cancel: true }]);
    expect(lines).toEqual(['session: A page asked for https://example.com/, which was refused.']);
  });

  it('downloads nothing, neither files nor dictionaries', () => {
    const { session } = guarded();
    const preventDefault = vi.fn();
    session.emit('will-download', { preventDefault }, { getURL: () => 'blob:app://window/1' });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false);
  });

  it('asks for no proxy, and works where that is refused', async () => {
    const { session, lines } = guarded(openSession(() => Promise.reject(new Error('no'))));
    await settle();
    expect(session.setProxy).toHaveBeenCalledExactlyOnceWith({ mode: 'direct' });
    expect(lines).toEqual(['session: The proxy could not be switched off: Error: no']);
  });

  it('is guarded whenever it is made', () => {
    const app = new EventEmitter();
    const session = openSession();
    guardNewSessions(app as unknown as App, { hasDevTools: false, log: openTestLog().log });
    app.emit('session-created', session);
    expect(session.webRequest.onBeforeRequest).toHaveBeenCalledOnce();
  });

  it('can resolve no name', () => {
    const appendSwitch = vi.fn();
    cutOffChromium({ appendSwitch });
    expect(appendSwitch).toHaveBeenCalledExactlyOnceWith('host-resolver-rules', 'MAP * ~NOTFOUND');
  });
});
