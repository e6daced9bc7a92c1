import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBackend } from '../../../main/backend/create-backend.ts';
import { createActivity } from '../../../main/clock/activity.ts';
import { realClock } from '../../../main/clock/clock.ts';
import { seededRandom } from '../../../main/clock/random.ts';
import { createFaultRegistry } from '../../../main/faults/registry.ts';
import { loadDemoProject } from '../../../main/project/demo.ts';

/** Stands for RevenueCat, on this machine; it can be told to take no key. */
export interface LiveHost {
  readonly origin: string;
  /** The keys that it was asked with. */
  readonly keys: readonly string[];
  refuses: boolean;
  close(): Promise<void>;
}

const refusal = '{"code":7225,"message":"Invalid API Key."}';

export const openLiveHost = async (): Promise<LiveHost> => {
  const keys: string[] = [];
  const backend = await createBackend({
    project: loadDemoProject(),
    clock: realClock,
    activity: createActivity(),
    faults: createFaultRegistry(),
    random: seededRandom(1),
  });
  const server = http.createServer((request, response) => {
    keys.push(String(request.headers.authorization));
    if (host.refuses) {
      response.writeHead(401, { 'Content-Type': 'application/json' }).end(refusal);
      return;
    }
    const { url = '', headers } = request;
    const passed = http.get(backend.origins.api + url, { headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: LiveHost = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    refuses: false,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await backend.close();
    },
  };
  return host;
};
