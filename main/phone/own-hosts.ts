import type { IncomingMessage } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';

/** Loopback, and the addresses by which Android's emulators know the machine that they run on. */
const always: readonly string[] = ['localhost', '127.0.0.1', '[::1]', '10.0.2.2', '10.0.3.2'];

/** What this machine is known by to others. */
export interface Machine {
  /** IP addresses that others can reach, an IPv4 one first. */
  addresses(): readonly string[];
  /** Its name in the local network. */
  name(): string;
}

const isIPv4 = (address: string): boolean => address.includes('.');

/** By what the operating system says, whenever it is asked: networks come and go. */
export const thisMachine: Machine = Object.freeze({
  addresses: () =>
    Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      // One that holds on one cable only needs a name for it, which no URL has.
      .filter(({ internal, scopeid }) => !internal && (scopeid ?? 0) === 0)
      .map(({ address }) => address)
      .toSorted((one, other) => Number(isIPv4(other)) - Number(isIPv4(one))),
  name: () => hostname(),
});

const asHost = (address: string): string => (address.includes(':') ? `[${address}]` : address);

/** With and without the suffix under which it is announced in the local network. */
const namesOf = (machine: Machine): readonly string[] => {
  const name = machine.name().toLowerCase();
  return name.endsWith('.local') ? [name] : [name, `${name}.local`];
};

const hostPattern = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/;

/** Ports that are forwarded to ours; what is published is kept for each. */
const mostForwarded = 8;

/** The host and port that a request was made to, as they stand in its header; null: not this one. */
export type HostOf = (request: IncomingMessage) => string | null;

/**
 * Knows requests that were meant for somebody else: a name of somebody's that leads here (DNS
 * rebinding) is in this header, and in no other. The port may be another: some phones come through a
 * forwarded one.
 */
export const createHostCheck = (machine: Machine, ownPort: () => number): HostOf => {
  const forwarded = new Set<string>();

  const isOwnName = (name: string): boolean =>
    always.includes(name) ||
    namesOf(machine).includes(name) ||
    machine.addresses().map(asHost).includes(name);

  const isKnown = (host: string): boolean => {
    if (forwarded.size < mostForwarded) forwarded.add(host);
    return forwarded.has(host);
  };

  return (request) => {
    const hosts = request.headersDistinct['host'] ?? [];
    const host = hosts.length === 1 ? (hosts[0] ?? '').toLowerCase() : '';
    const [, name, port] = hostPattern.exec(host) ?? [];
    if (name === undefined || !isOwnName(name)) return null;
    return port === String(ownPort()) || isKnown(host) ? host : null;
  };
};

/** Where a phone can be pointed to; the first is the one to try. */
export const addressesAt = (
  port: number,
  reach: 'machine' | 'network',
  machine: Machine,
): readonly string[] => {
  const hosts =
    reach === 'machine' ? ['localhost'] : [...machine.addresses().filter(isIPv4), 'localhost'];
  return hosts.map((host) => `http://${host}:${port}`);
};
