import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { LiveTrouble } from '../../shared/contract/live.ts';
import type { Answering } from '../backend/backend.ts';
import { createGate } from '../backend/gate.ts';
import { openListener } from '../backend/listener.ts';
import { createRecorder } from '../backend/recorder.ts';
import type { Stray } from '../backend/routes.ts';
import { type ServingOptions, createServing } from '../backend/serving.ts';
import type { Trust } from '../http/connections.ts';
import type { RelayDoor } from '../http/through-relay.ts';
import { type LiveHosts, createDoorkeeper, isApi } from './doorkeeper.ts';
import { liveAnswers } from './live-answers.ts';
import { createUpstream } from './upstream.ts';

export interface RelayOptions extends Pick<
  ServingOptions,
  'clock' | 'activity' | 'faults' | 'random'
> {
  readonly hosts: LiveHosts;
  /** It never leaves for anywhere but these hosts; null: there is none, and they are not asked. */
  readonly apiKey: string | null;
  readonly trust?: Trust;
  /** What a host says has changed. */
  readonly onChange?: () => void;
}

/**
 * Stands between the engine and real hosts, on loopback, so that faults are as real there as with the
 * bundled backend.
 */
export interface Relay extends Answering {
  readonly origins: null;
  /** For the one client that may come in. */
  readonly door: RelayDoor;
  /** What keeps the hosts from answering the question for the offerings; null: nothing. */
  trouble(): LiveTrouble | null;
}

const secretBytes = 32;

/** Every form in which a host could hand the key back. */
const withoutKey = (text: string, apiKey: string | null): string =>
  (apiKey === null
    ? []
    : [apiKey, encodeURIComponent(apiKey), Buffer.from(apiKey).toString('base64')]
  ).reduce((rest, form) => rest.replaceAll(form, '[hidden]'), text);

/** Strangers learn nothing but that. */
const forbidden: Stray = { scope: null, status: 403 };

/** The request has reached the host, or would have: what is kept waiting was read. */
const announce = (response: ServerResponse): void => {
  if (!response.headersSent && !response.destroyed) response.writeProcessing();
};

export const openRelay = async (options: RelayOptions): Promise<Relay> => {
  const { hosts, apiKey, trust = {}, onChange } = options;
  const recorder = createRecorder();
  const upstream = createUpstream(trust);
  let trouble: LiveTrouble | null = null;
  let door: RelayDoor = { origin: '', secret: randomBytes(secretBytes).toString('base64url') };

  const mayEnter = createDoorkeeper(hosts, () => door);
  const onRequest = createServing(
    {
      ...options,
      recorder,
      gate: createGate(recorder.arrived),
      onPark: announce,
      source: liveAnswers({
        upstream,
        announce,
        credentials: ({ scope }) => {
          if (!isApi(scope)) return {};
          return apiKey === null ? null : { authorization: `Bearer ${apiKey}` };
        },
        hide: (text) => withoutKey(text, apiKey),
        onTrouble: (met) => {
          trouble = met;
          onChange?.();
        },
      }),
    },
    (request) => mayEnter(request) ?? forbidden,
  );

  const host = '127.0.0.1';
  const listener = await openListener({ host, port: undefined, onRequest });
  door = Object.freeze({ ...door, origin: `http://${host}:${String(listener.port)}` });

  return Object.freeze({
    origins: null,
    door,
    trouble: () => trouble,
    record: () => recorder.record(),
    mark: () => {
      recorder.mark();
    },
    settled: () => listener.settled(),
    close: async () => {
      await listener.close();
      await upstream.close();
    },
  });
};
