import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { BackendOrigins, ServedProject } from '../../main/backend/backend.ts';
import { createBackend } from '../../main/backend/create-backend.ts';
import { createActivity } from '../../main/clock/activity.ts';
import type { Clock } from '../../main/clock/clock.ts';
import { seededRandom } from '../../main/clock/random.ts';
import { createFaultRegistry } from '../../main/faults/registry.ts';
import { type Certificate, makeCertificate } from './certificate.ts';

/** Answers over TLS, as `localhost`, until the test is over. */
export const serveTls = async (
  answer: http.RequestListener,
  certificate: Certificate = testCertificate,
): Promise<string> => {
  const server = https.createServer(certificate, answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `https://localhost:${(server.address() as AddressInfo).port}`;
};

/** Made once for all tests of a file. */
export const testCertificate = makeCertificate();

/** What a host was asked. */
export interface Seen {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
}

/** What answers in the place of the project; false: it has not. */
export type Instead = (request: http.IncomingMessage, response: http.ServerResponse) => boolean;

export interface TestHost {
  readonly origins: Pick<BackendOrigins, 'api' | 'cdn'>;
  /** What reached the API and the CDN, in its order. */
  readonly seen: { readonly api: Seen[]; readonly cdn: Seen[] };
}

/** The bundled backend behind TLS, or else: to its client, a real host somewhere. */
export const serveAsHost = async (
  project: ServedProject,
  clock: Clock,
  instead: Instead = () => false,
  serve: (answer: http.RequestListener) => Promise<string> = serveTls,
): Promise<TestHost> => {
  const seen: TestHost['seen'] = { api: [], cdn: [] };
  const over: { origins: BackendOrigins } = { origins: { api: '', cdn: '', fallback: '' } };
  const backend = await createBackend({
    project: {
      ...project,
      offerings: () => project.offerings(over.origins),
      detail: (id) => project.detail(id, over.origins),
    },
    clock,
    activity: createActivity(),
    faults: createFaultRegistry(),
    random: seededRandom(1),
  });
  onTestFinished(() => backend.close());

  const front = (name: 'api' | 'cdn'): Promise<string> =>
    serve((request, response) => {
      const { url: path = '', headers } = request;
      seen[name].push({ path, headers });
      if (name === 'api' && instead(request, response)) return;
      const passed = http.get(`${backend.origins[name]}${path}`, { headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      passed.on('error', () => response.destroy());
      response.on('close', () => passed.destroy());
    });
  over.origins = { api: await front('api'), cdn: await front('cdn'), fallback: '' };
  return { origins: over.origins, seen };
};
