import type { IpcRendererEvent } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { callNames } from '../../../../shared/contract/calls.ts';
import { done } from '../../../../shared/contract/outcome.ts';
import { type Ipc, createBridge } from '../../../../preload/bridge.ts';

const open = () => {
  const hearers = new Map<string, (event: IpcRendererEvent, message: unknown) => void>();
  const ipc = {
    invoke: vi.fn<Ipc['invoke']>(() => Promise.resolve(done(null))),
    send: vi.fn<Ipc['send']>(),
    on: vi.fn((channel: string, hear: (event: IpcRendererEvent, message: unknown) => void) => {
      hearers.set(channel, hear);
    }),
  };
  const bridge = createBridge(ipc as unknown as Ipc, {
    getPathForFile: ({ name }) => `/home/${name}`,
  });
  const hear = (channel: string, message: unknown) =>
    hearers.get(channel)?.({ sender: ipc } as unknown as IpcRendererEvent, message);
  return { ipc, bridge, hear };
};

describe('the bridge', () => {
  it('has a method for each call of the contract, the stream, the commands, and nothing else', () => {
    const { bridge } = open();
    const methods = [...callNames, 'listen', 'acknowledge', 'pathOf', 'onCommand'];
    expect(Object.keys(bridge).toSorted()).toEqual(methods.toSorted());
    expect(Object.isFrozen(bridge)).toBe(true);
  });

  it('makes each call under its own name on the one channel', async () => {
    const { ipc, bridge } = open();
    expect(await bridge.getWorkflow({ id: 'wf' })).toEqual(done(null));
    expect(ipc.invoke).toHaveBeenCalledExactlyOnceWith('call', 'getWorkflow', { id: 'wf' });
  });

  it('answers for an app that is gone', async () => {
    const { ipc, bridge } = open();
    ipc.invoke.mockRejectedValue(new Error("Error invoking remote method 'call'"));
    expect(await bridge.getOfferings(null)).toMatchObject({ ok: false, problem: { code: 'gone' } });
  });

  it('hands messages on without the event that brought them, to the last who listens', () => {
    const { ipc, bridge, hear } = open();
    const [first, second] = [vi.fn(), vi.fn()];
    bridge.listen(first);
    bridge.listen(second);
    hear('stream', { sequence: 1 });
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledExactlyOnceWith({ sequence: 1 });
    bridge.acknowledge(1);
    expect(ipc.send.mock.calls).toEqual([['listen'], ['listen'], ['acknowledge', 1]]);
    expect(ipc.on).toHaveBeenCalledTimes(2);
  });

  it('hands commands on, and drops them while nobody listens', () => {
    const { bridge, hear } = open();
    const heard = vi.fn();
    hear('command', 'open-guide');
    bridge.onCommand(heard);
    hear('command', 'open-settings');
    expect(heard).toHaveBeenCalledExactlyOnceWith('open-settings');
  });
});
