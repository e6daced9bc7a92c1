import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { guardNavigation, mayNavigate } from '../../../../main/hosts/electron/navigation.ts';
import { frameOf, goneFrame, openTestLog } from './stand-ins.ts';

const window = 'app://window/';
const preview = 'app://preview/';

describe('a navigation', () => {
  it.each([
    ['a reload of the window', window, window, 'app://window', true],
    ['a reload by the menu', window, window, null, true],
    ['a reload with another query', `${window}?a`, `${window}?b`, null, true],
    ['a reload of the window by the preview', window, window, 'app://preview', false],
    ['another page of the window', window, `${window}other.html`, 'app://window', false],
    ['the preview in its place', window, preview, 'app://window', false],
    ['the first page, which main loads itself', null, window, null, false],
    ['out of a page of nobody', 'about:blank', window, null, false],
    ['a page of the web', window, 'https://example.com/', 'app://window', false],
    ['a name that looks like ours', window, 'app://window.evil/', null, false],
    ['another port', window, 'app://window:1/', null, false],
    ['a file', window, 'file:///etc/passwd', null, false],
    ['a script', window, 'javascript:alert(1)', null, false],
    ['data', window, 'data:text/html,x', null, false],
    ['no address at all', window, '', null, false],
  ])('of the main frame, %s: allowed or not', (_name, from, to, initiator, expected) => {
    expect(mayNavigate({ from, to, isMainFrame: true, initiator })).toBe(expected);
  });

  it.each([
    ['the preview for the first time', '', preview, true],
    ['the preview again', preview, `${preview}index.html`, true],
    ['a link of a paywall', preview, 'https://example.com/', false],
    ['the window inside of itself', preview, window, false],
    ['a blank page', preview, 'about:blank', false],
    ['data', preview, 'data:text/html,x', false],
    ['a page out of memory', preview, 'blob:app://preview/1', false],
    ['a file', preview, 'file:///etc/passwd', false],
  ])('of a frame inside, %s: allowed or not', (_name, from, to, expected) => {
    expect(mayNavigate({ from, to, isMainFrame: false, initiator: 'app://window' })).toBe(expected);
  });
});

const openContents = () => {
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn<(handler: (details: { url: string }) => unknown) => void>(),
    setWebRTCIPHandlingPolicy: vi.fn(),
  });
  const app = new EventEmitter();
  const { log, lines } = openTestLog();
  guardNavigation(app as unknown as App, log);
  app.emit('web-contents-created', {}, contents);
  return { contents, lines };
};

describe('whatever shows a page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    'is kept where it is on %s',
    (event) => {
      const { contents, lines } = openContents();
      const preventDefault = vi.fn();
      const frame = frameOf('app://window');
      const own = { url: window, isMainFrame: true, frame, initiator: frame, preventDefault };
      contents.emit(event, own);
      expect(preventDefault).not.toHaveBeenCalled();
      contents.emit(event, { ...own, url: 'https://example.com/' });
      expect(preventDefault).toHaveBeenCalledOnce();
      expect(lines).toEqual([
        'navigation: A page wanted to show https://example.com/, which was refused.',
      ]);
    },
  );

  it.each([null, goneFrame()])('is kept where it is by a frame that is gone', (frame) => {
    const { contents } = openContents();
    const preventDefault = vi.fn();
    contents.emit('will-navigate', { url: window, isMainFrame: true, frame, preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('opens no window, attaches no webview and lends no address to WebRTC', () => {
    const { contents } = openContents();
    const [handler] = contents.setWindowOpenHandler.mock.calls[0] ?? [];
    expect(handler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    const preventDefault = vi.fn();
    contents.emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp');
  });
});
