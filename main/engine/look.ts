import type { CacheContents, CacheSnapshot, DetailCopy, EntrySnapshot } from './engine.ts';
import type { Life } from './life.ts';
import type { DetailEntry, Entry } from './memory.ts';
import type { OwnPaywalls } from './own-paywalls.ts';

/** What memory holds, and how good it is now. */
export const snapshotOf = (life: Life): CacheSnapshot => {
  const entry = (stored: Entry<unknown>): EntrySnapshot => ({
    freshness: life.freshnessOf(stored),
    storedAt: stored.isMarkedStale ? null : stored.storedAt,
    user: stored.user,
    bodyHash: stored.bodyHash,
  });
  const { offerings, list, details, workflowByOffering } = life.memory;
  return {
    offerings: offerings === null ? null : entry(offerings),
    list: list === null ? null : entry(list),
    details: new Map(
      [...details].map(([id, detail]) => [id, { ...entry(detail), sizeBytes: detail.sizeBytes }]),
    ),
    workflowByOffering: new Map(workflowByOffering),
  };
};

const copyOf = (entry: DetailEntry): Omit<DetailCopy, 'texts'> => ({
  bodyHash: entry.bodyHash,
  assets: entry.assets,
  envelope: {
    body: entry.body,
    envelopeBytes: Buffer.byteLength(entry.envelopeText),
    sizeBytes: entry.sizeBytes,
  },
});

const textsOf = ({ envelopeText, bodyText }: DetailEntry): DetailCopy['texts'] => ({
  envelope: envelopeText,
  body: bodyText,
});

/** What memory holds itself. */
export const contentsOf = ({ memory }: Life, ownPaywalls: OwnPaywalls): CacheContents => ({
  offerings: memory.offerings?.value ?? null,
  list: memory.list?.value ?? null,
  detail: (id) => {
    const entry = memory.details.get(id);
    return entry === undefined ? null : { ...entry.value.open(), ...copyOf(entry) };
  },
  copy: (id) => {
    const entry = memory.details.get(id);
    return entry === undefined ? null : { ...copyOf(entry), texts: textsOf(entry) };
  },
  ownPaywall: (id) => ownPaywalls.read(id),
});
