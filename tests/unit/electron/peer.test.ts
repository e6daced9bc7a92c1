import { describe, expect, it } from 'vitest';
import { type Channel, type Peer, connectPeer } from '../../electron/peer.ts';

interface Calls {
  double(value: number): Promise<number>;
  fail(value: null): never;
}

/** Two ends of a wire without length. */
const wire = (): readonly [Channel, Channel] => {
  const hears: ((message: unknown) => void)[] = [];
  const end = (mine: number, other: number): Channel => ({
    send: (message) => hears[other]?.(message),
    onMessage: (hear) => {
      hears[mine] = hear;
    },
  });
  return [end(0, 1), end(1, 0)];
};

const connect = (): Peer<Calls> => {
  const [here, there] = wire();
  connectPeer<Record<string, never>, Calls>(there, {
    double: async (value) => value * 2,
    fail: () => {
      throw Object.assign(new Error('no'), { code: 'x' });
    },
  });
  return connectPeer<Calls, Record<string, never>>(here, {});
};

describe('two processes that call each other', () => {
  it('get answers, and errors with their message alone', async () => {
    const peer = connect();
    const failed = await peer.call('fail', null).catch((error: unknown) => error);
    expect([await peer.call('double', 21), failed]).toEqual([42, new Error('no')]);
    expect(failed).not.toHaveProperty('code');
  });

  it('refuse calls that are none, also those that every object has', async () => {
    const call = connect().call as (name: string, argument: unknown) => Promise<unknown>;
    for (const name of ['none', 'constructor', '__proto__'])
      await expect(call(name, null)).rejects.toThrow(`There is no call ${name}.`);
  });

  it('leave nobody waiting when one of them ends', async () => {
    const peer = connect();
    const asked = peer.call('double', 1);
    peer.end();
    await expect(asked).rejects.toThrow('The other process is gone.');
    await expect(peer.call('double', 1)).rejects.toThrow('The other process is gone.');
  });
});
