import { bodyLimits } from '../../shared/limits.ts';
import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { FaultRegistry } from '../faults/registry.ts';
import { createApi } from './api.ts';
import { createETags } from './etag.ts';
import { createExchanges } from './exchange.ts';
import type { IdsOfFile } from './faults.ts';
import { createFiles } from './files.ts';
import { isOnThisMachine } from './hosts.ts';
import type { ApiRequest, FileRequest, Http, HttpSettings } from './http.ts';
import { openAgent } from './open-agent.ts';
import { createRecording } from './recording.ts';
import type { RelayDoor } from './through-relay.ts';

export interface HttpOptions {
  readonly settings: HttpSettings;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly faults: FaultRegistry;
  /** So that a fault finds a file by the same names here as on the backend; default: its path. */
  readonly idsOfFile?: IdsOfFile;
  /**
   * False: a connection for each request, so that requests arrive in the order in which they were
   * issued; one on a kept connection overtakes those that still connect. Default: true.
   */
  readonly keepAlive?: boolean;
  /** What stands between the client and real hosts; default: nothing. */
  readonly relay?: RelayDoor | null;
}

/** Runs until the caller's promise is about to resolve. */
const during = async <T>(activity: Activity, run: () => Promise<T>): Promise<T> => {
  const end = activity.begin();
  try {
    return await run();
  } finally {
    end();
  }
};

/** The HTTP client of one engine, over real sockets. */
export const createHttp = ({
  settings,
  clock,
  activity,
  faults,
  idsOfFile = () => [],
  keepAlive = true,
  relay = null,
}: HttpOptions): Http => {
  const { agent, connections, close } = openAgent(keepAlive);
  const exchange = createExchanges({ agent, connections, clock, faults, idsOfFile, relay });
  const send = createRecording(exchange);
  const etags = createETags({ now: () => clock.now() });
  const api = createApi({ settings, send, etags, limits: bodyLimits });
  const files = createFiles(send, isOnThisMachine(settings.baseUrl));

  return Object.freeze({
    ask: (request: ApiRequest) => during(activity, () => api.ask(request)),
    fetchFile: (request: FileRequest) => during(activity, () => files.fetch(request)),
    forgetETags: () => {
      etags.forget();
    },
    close,
  });
};
