import { setImmediate as nextTurn } from 'node:timers/promises';
import { decodeEnvelope } from '../../../shared/model/envelope.ts';
import { parseJson } from '../../../shared/model/decode.ts';
import { offeringId } from '../../../shared/model/ids.ts';
import type { ListItem } from '../../../shared/model/workflows-list.ts';
import { type Json, isJsonObject } from '../../backend/json.ts';
import type { DetailCopy } from '../../engine/engine.ts';
import { refOf } from '../../engine/preload-assets.ts';
import { withAddresses } from '../../project/asset-addresses.ts';
import { mirrored, mirroredAll } from '../../project/local-addresses.ts';
import type { SavedAsset, SavedProject } from '../../project/saved-project.ts';
import type { Session } from '../session/session.ts';

type Caches = Pick<Session, 'engine' | 'files'>;

/** Of an envelope it is the inside; null: it is none that can be read any more. */
const bodyOf = ({ texts: { envelope, body } }: DetailCopy): Json | null => {
  if (body !== null) {
    const parsed = parseJson(body);
    return parsed.ok && isJsonObject(parsed.value) ? parsed.value : null;
  }
  const decoded = decodeEnvelope(envelope);
  if (!decoded.ok || decoded.value.action !== 'inline') return null;
  return isJsonObject(decoded.value.data) ? decoded.value.data : null;
};

const itemOf = ({ id, displayName, offeringId: offering, prefetch }: ListItem): Json => ({
  id,
  display_name: displayName,
  offering_id: offering,
  prefetch,
});

const readFile = async ({ files }: Caches, url: string): Promise<Uint8Array | null> => {
  const opened = await files.open(files.nameOf(refOf({ kind: 'image', url })));
  if (opened === null) return null;
  try {
    return await opened.head(opened.sizeBytes);
  } finally {
    await opened.close();
  }
};

/** Several addresses may be of one file. */
async function* assetsOf(caches: Caches, urls: Iterable<string>): AsyncGenerator<SavedAsset> {
  const written = new Set<string>();
  for (const url of urls) {
    const file = mirrored(url);
    if (file === null || written.has(file)) continue;
    const bytes = await readFile(caches, url);
    if (bytes === null) continue;
    written.add(file);
    yield { file, bytes };
  }
}

/** What was fetched of a project that somebody else serves; null: not even its offerings. */
export const takeCached = async (
  caches: Caches,
): Promise<{ readonly project: SavedProject; readonly missing: number } | null> => {
  const { engine, files } = caches;
  const contents = engine.contents();
  const { offerings, list } = contents;
  if (offerings === null) return null;
  const urls = new Set<string>();
  const learn = (assets: readonly { readonly url: string }[]): void => {
    for (const { url } of assets) if (files.has(refOf({ kind: 'image', url }))) urls.add(url);
  };
  const workflows = new Map<string, Json>();
  for (const { id } of list?.workflows ?? []) {
    const found = workflows.has(id) ? null : contents.copy(id);
    const body = found === null ? null : bodyOf(found);
    if (found === null || body === null) continue;
    workflows.set(id, body);
    learn(found.assets);
    await nextTurn();
  }
  for (const { identifier } of offerings.offerings)
    learn(contents.ownPaywall(offeringId(identifier))?.assets ?? []);
  const local = mirroredAll(urls);
  const items = (list?.workflows ?? []).filter(({ id }) => workflows.has(id));
  return {
    missing: (list?.workflows.length ?? 0) - items.length,
    project: {
      offerings: withAddresses(offerings, local),
      list: { workflows: items.map(itemOf) },
      workflows: new Map([...workflows].map(([id, body]) => [id, withAddresses(body, local)])),
      assets: () => assetsOf(caches, urls),
    },
  };
};
