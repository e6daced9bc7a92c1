import { createHash } from 'node:crypto';
import type { BackendOrigins, ServedProject } from '../../main/backend/backend.ts';

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** What the backend says instead of the project: details by id, and bodies by their path on the CDN. */
export interface Answers {
  readonly details?: ReadonlyMap<string, (origins: BackendOrigins) => string>;
  readonly bodies?: ReadonlyMap<string, string>;
}

/** For `serve` of a lab. The maps are asked at each request, so a test may change them. */
export const answering =
  ({ details, bodies }: Answers) =>
  (project: ServedProject): ServedProject => ({
    ...project,
    detail: (id, origins) => details?.get(id)?.(origins) ?? project.detail(id, origins),
    body: (path, origins) => {
      const text = bodies?.get(path);
      if (text === undefined) return project.body(path, origins);
      return { bytes: Buffer.from(text), contentType: 'application/json', ids: [] };
    },
  });
