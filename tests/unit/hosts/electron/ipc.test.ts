import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { done } from '../../../../shared/contract/outcome.ts';
import type { StreamMessage } from '../../../../shared/contract/stream.ts';
import type { App } from '../../../../main/app/app.ts';
import { connectIpc } from '../../../../main/hosts/electron/ipc.ts';
import { TestContents, frameOf, openTestLog } from './stand-ins.ts';

type Handle = Parameters<IpcMain['handle']>[1];
type Hear = Parameters<IpcMain['on']>[1];

const message = (sequence: number) => ({ kind: 'changes', sequence }) as unknown as StreamMessage;

const open = () => {
  const handlers = new Map<string, Handle>();
  const hearers = new Map<string, Hear>();
  const listeners: {
    send: (message: StreamMessage) => void;
    acknowledge: ReturnType<typeof vi.fn>;
    close: ReturnType<typeof vi.fn>;
  }[] = [];
  const call = vi.fn<App['call']>(() => Promise.resolve(done(null)));
  const { log, lines } = openTestLog();
  const ipc = connectIpc({
    ipcMain: {
      handle: (channel, handle) => void handlers.set(channel, handle),
      on(channel, hear) {
        hearers.set(channel, hear);
        return this as IpcMain;
      },
    },
    app: {
      call,
      listen: (send) => {
        const listener = { send, acknowledge: vi.fn(), close: vi.fn() };
        listeners.push(listener);
        return listener;
      },
    },
    log,
  });
  const window = new TestContents(7);
  ipc.admit(window.contents);

  const eventOf = (contents: TestContents, frame = contents.mainFrame) => ({
    sender: contents.contents,
    senderFrame: frame,
  });
  return {
    ipc,
    window,
    call,
    listeners,
    lines,
    channels: [...handlers.keys(), ...hearers.keys()],
    invoke: (name: unknown, argument: unknown, event = eventOf(window)) =>
      handlers.get('call')?.(event as IpcMainInvokeEvent, name, argument) as unknown,
    send: (channel: string, argument?: unknown, event = eventOf(window)) =>
      hearers.get(channel)?.(event as IpcMainEvent, argument),
    eventOf,
  };
};

const notHeard = {
  ok: false,
  problem: {
    code: 'refused',
    message: 'The app did not listen, because this did not come from its own window.',
  },
};

describe('a call across the bridge', () => {
  it('has three channels and no other', () => {
    expect(open().channels).toEqual(['call', 'listen', 'acknowledge']);
  });

  it('is done, and its outcome comes back', async () => {
    const { invoke, call } = open();
    call.mockResolvedValue(done({ json: '{}' }));
    expect(await invoke('readWorkflow', { id: 'a' })).toEqual(done({ json: '{}' }));
    expect(call).toHaveBeenCalledExactlyOnceWith('readWorkflow', { id: 'a' });
  });

  it.each(['nothing', 'constructor', '__proto__', 'toString', '', null, 1, {}, ['getList']])(
    'of the name %j is unknown',
    async (name) => {
      const { invoke, call } = open();
      expect(await invoke(name, null)).toMatchObject({ problem: { code: 'bad-argument' } });
      expect(call).not.toHaveBeenCalled();
    },
  );

  it('that goes wrong is an outcome, not an error', async () => {
    const { invoke, call, lines } = open();
    call.mockRejectedValue(new Error('broken'));
    expect(await invoke('getList', { force: true })).toMatchObject({
      ok: false,
      problem: { code: 'internal' },
    });
    call.mockImplementation(() => {
      throw new Error('at once');
    });
    expect(await invoke('getList', null)).toMatchObject({ problem: { code: 'internal' } });
    expect(lines).toEqual(['ipc: getList: Error: broken', 'ipc: getList: Error: at once']);
  });

  it('of somebody else is not done, and noted', async () => {
    const { invoke, call, lines, window, eventOf } = open();
    expect(await invoke('getList', null, eventOf(new TestContents(8)))).toEqual(notHeard);
    expect(await invoke('getList', null, eventOf(window, frameOf('app://preview')))).toEqual(
      notHeard,
    );
    expect(call).not.toHaveBeenCalled();
    expect(lines).toEqual([
      'ipc: A message on call was not heard. It does not come from a window of the app.',
      'ipc: A message on call was not heard. It comes from a frame inside of the window.',
    ]);
  });
});

describe('a window that listens', () => {
  it('is sent what the app says, and acknowledges it', () => {
    const { send, listeners, window } = open();
    send('listen');
    listeners[0]?.send(message(1));
    expect(window.sent).toEqual([['stream', message(1)]]);
    send('acknowledge', 1);
    expect(listeners[0]?.acknowledge).toHaveBeenCalledExactlyOnceWith(1);
  });

  it.each(['1', null, undefined, {}, [1]])('acknowledges nothing with %j', (sequence) => {
    const { send, listeners } = open();
    send('listen');
    send('acknowledge', sequence);
    expect(listeners[0]?.acknowledge).not.toHaveBeenCalled();
  });

  it('acknowledges nothing before it listens', () => {
    const { send, listeners } = open();
    send('acknowledge', 1);
    expect(listeners).toEqual([]);
  });

  it('that is not ours is not listened to', () => {
    const { send, listeners, window, eventOf, lines } = open();
    send('listen', undefined, eventOf(new TestContents(8)));
    send('listen', undefined, eventOf(window, frameOf('app://window')));
    send('acknowledge', 1, eventOf(new TestContents(8)));
    expect(listeners).toEqual([]);
    expect(lines).toHaveLength(3);
  });

  it('listens by its latest wish only', () => {
    const { send, listeners } = open();
    send('listen');
    send('listen');
    send('acknowledge', 1);
    expect(listeners.map(({ close }) => close.mock.calls.length)).toEqual([1, 0]);
    expect(listeners.map(({ acknowledge }) => acknowledge.mock.calls.length)).toEqual([0, 1]);
  });

  it('listens anew after a reload', () => {
    const { send, listeners, window } = open();
    send('listen');
    window.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    window.emit('did-navigate');
    expect(listeners[0]?.close).toHaveBeenCalledOnce();
    send('listen');
    expect(listeners[1]?.close).not.toHaveBeenCalled();
  });

  it('listens on where its new page was faster than the news of it', () => {
    const { send, listeners, window } = open();
    send('listen');
    window.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    send('listen');
    window.emit('did-navigate');
    expect(listeners.map(({ close }) => close.mock.calls.length)).toEqual([1, 0]);
  });

  it.each([
    ['a navigation that is refused', { isMainFrame: true, isSameDocument: false }, false],
    ['a jump in its page', { isMainFrame: true, isSameDocument: true }, true],
    ['a navigation of the preview', { isMainFrame: false, isSameDocument: false }, true],
  ])('listens on after %s', (_name, details, isDone) => {
    const { send, listeners, window } = open();
    send('listen');
    window.emit('did-start-navigation', details);
    if (isDone) window.emit('did-navigate');
    expect(listeners[0]?.close).not.toHaveBeenCalled();
  });

  it.each(['render-process-gone', 'destroyed'])('stops on %s', (event) => {
    const { send, listeners, window } = open();
    send('listen');
    window.emit(event, {}, {});
    expect(listeners[0]?.close).toHaveBeenCalledOnce();
  });

  it('is forgotten when it is destroyed, and sent nothing any more', () => {
    const { send, listeners, window, ipc } = open();
    send('listen');
    window.isGone = true;
    listeners[0]?.send(message(1));
    ipc.command(window.contents, 'open-settings');
    window.emit('destroyed');
    send('listen');
    expect(window.sent).toEqual([]);
    expect(listeners).toHaveLength(1);
  });
});

describe('a menu', () => {
  it("reaches the window's page", () => {
    const { ipc, window } = open();
    ipc.command(window.contents, 'open-guide');
    expect(window.sent).toEqual([['command', 'open-guide']]);
  });
});
