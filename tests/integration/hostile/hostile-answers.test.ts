import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ServedProject } from '../../../main/backend/backend.ts';
import { createGeneratedProject } from '../../../main/backend/generated-project.ts';
import { offering, workflow } from '../../helpers/specs.ts';
import { serveHttp } from '../../helpers/http-server.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { askChild } from '../store/children/run-child.ts';
import { type Endpoint, type HostileAnswer, answersFor } from './answers.ts';

const resultSchema = z.array(
  z.object({
    endpoint: z.enum(['offerings', 'list', 'detail', 'cdn', 'asset']),
    kind: z.string(),
    answer: z.string(),
    codes: z.array(z.string()),
    isDiskSame: z.boolean(),
    isMemorySame: z.boolean(),
    grownMegabytes: z.number(),
  }),
);

const spec = {
  offerings: ['default', 'sale', 'film'].map((id) => offering({ id })),
  workflows: [
    workflow({ id: 'wf_a', offering: 'default', prefetch: true }),
    workflow({ id: 'wf_b', offering: 'sale', prefetch: true, delivery: 'cdn' }),
    workflow({ id: 'wf_c', offering: 'film', prefetch: false, assets: 1 }),
  ],
};

const endpointOf = (path: string): Endpoint => {
  if (path.endsWith('/offerings')) return 'offerings';
  if (path.includes('/workflows?')) return 'list';
  if (path.startsWith('/v1/')) return 'detail';
  return path.endsWith('.png') ? 'asset' : 'cdn';
};

const send = (response: ServerResponse, answer: HostileAnswer): void => {
  const { headers = {}, bytes, isEndless, isCut } = answer;
  const length = isCut === true ? { 'content-length': String(bytes.length + 100) } : {};
  response.writeHead(200, { ...length, ...headers });
  if (isCut === true) {
    response.write(bytes, () => response.destroy());
    return;
  }
  if (isEndless !== true) {
    response.end(bytes);
    return;
  }
  const more = (): void => {
    while (!response.destroyed && response.write(bytes));
  };
  response.on('drain', more);
  more();
};

/** A backend and CDN on one port that is told, over the same port, when to be hostile. */
const serveHostile = async (): Promise<string> => {
  const project: ServedProject = createGeneratedProject(spec);
  let hostile: { readonly endpoint: Endpoint; readonly kind: string } | null = null;
  let revision = 1;

  const control = (command: string): string => {
    const [word = '', endpoint = '', ...kind] = command.split(' ');
    // The child names endpoints that there are.
    if (word === 'kinds') return JSON.stringify(Object.keys(answersFor(endpoint as Endpoint)));
    hostile = word === 'hostile' ? { endpoint: endpoint as Endpoint, kind: kind.join(' ') } : null;
    // Other bodies have other addresses: nothing of them is on disk yet.
    if (word === 'hostile' && (endpoint === 'cdn' || endpoint === 'asset')) {
      revision += 1;
      for (const id of ['wf_b', 'wf_c']) project.change({ kind: 'workflow', id, to: { revision } });
    }
    return 'ok';
  };

  const goodAnswer = (path: string, origin: string): string | Uint8Array | null => {
    const origins = { api: origin, cdn: origin, fallback: origin };
    const bare = path.split('?')[0] ?? '';
    switch (endpointOf(path)) {
      case 'offerings':
        return project.offerings(origins);
      case 'list':
        return project.list(origins);
      case 'detail':
        return project.detail(bare.split('/').at(-1) ?? '', origins);
      case 'cdn':
        return project.body(bare, origins)?.bytes ?? null;
      case 'asset':
        return project.asset(bare)?.bytes ?? null;
    }
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '';
    if (path.startsWith('/control/')) {
      response.end(control(decodeURIComponent(path.slice('/control/'.length))));
      return;
    }
    const good = goodAnswer(path, `http://${request.headers.host ?? ''}`);
    const make =
      hostile?.endpoint === endpointOf(path) ? answersFor(hostile.endpoint)[hostile.kind] : null;
    if (good === null) response.writeHead(404).end();
    else if (make === null || make === undefined) response.end(good);
    else send(response, make(typeof good === 'string' ? good : Buffer.from(good).toString()));
  };

  return serveHttp(answer);
};

type Result = z.output<typeof resultSchema>[number];

const goodCodes: Readonly<Record<Endpoint, readonly string[]>> = {
  offerings: ['malformed', 'too-large', 'no-answer'],
  list: ['malformed', 'too-large', 'no-answer'],
  detail: ['malformed', 'too-large', 'no-answer', 'unknown-action', 'missing-data', 'missing-url'],
  cdn: ['cdn-failed', 'too-large', 'hash-mismatch'],
  asset: ['cdn-failed', 'too-large'],
};

/** From where a person is answered all the same. */
const goodSources: Readonly<Record<Endpoint, string>> = {
  offerings: 'disk',
  list: 'memory',
  detail: 'disk',
  cdn: 'disk',
  asset: 'network',
};

const isGood = (result: Result): boolean => {
  const { endpoint, answer, codes, isDiskSame, isMemorySame, grownMegabytes } = result;
  return (
    answer === goodSources[endpoint] &&
    codes.length > 0 &&
    codes.every((code) => goodCodes[endpoint].includes(code)) &&
    isDiskSame &&
    isMemorySame &&
    grownMegabytes < 100
  );
};

describe('hostile answers', () => {
  it(
    'are an error with a code at every endpoint, cost little memory, and leave what is good as it is',
    { timeout: 120_000 },
    async () => {
      const origin = await serveHostile();
      const flags = { env: { ...process.env, NODE_OPTIONS: '--expose-gc' } };
      const results = resultSchema.parse(
        await askChild('../../hostile/victim.ts', [origin, temporaryFolder()], flags),
      );
      expect(results.length).toBeGreaterThan(100);
      expect(results.filter((result) => !isGood(result))).toEqual([]);
    },
  );
});
