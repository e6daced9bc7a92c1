import { Agent } from 'undici';
import { type Connections, type Trust, createConnections } from './connections.ts';

/** What requests are sent through, and the connections that are made for them. */
export interface OpenedAgent {
  readonly agent: Agent;
  readonly connections: Connections;
  /** Ends requests, and gives up connections that are being made. */
  readonly close: () => Promise<void>;
}

/** It has no time limits of its own. Without `keepAlive` there is a connection for each request. */
export const openAgent = (keepAlive: boolean, trust: Trust = {}): OpenedAgent => {
  const connections = createConnections(trust);
  const agent = new Agent({
    connect: connections.connect,
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    ...(keepAlive ? {} : { pipelining: 0 }),
  });
  return Object.freeze({
    agent,
    connections,
    close: async () => {
      connections.giveUpAll();
      await agent.destroy();
    },
  });
};
