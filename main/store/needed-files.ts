import type { EnvelopeKey, FileName } from './disk.ts';
import type { EnvelopeHeader } from './document.ts';

/** The files that persisted envelopes need, each counted for as many as need it. */
export interface NeededFiles {
  add(file: FileName): void;
  drop(file: FileName): void;
  /** It changes with the envelopes: asking costs the same however many there are. */
  readonly files: ReadonlySet<FileName>;
}

/** Starts with no file. */
export const createNeededFiles = (): NeededFiles => {
  const counts = new Map<FileName, number>();
  const files = new Set<FileName>();
  return Object.freeze({
    files,
    add: (file: FileName) => {
      counts.set(file, (counts.get(file) ?? 0) + 1);
      files.add(file);
    },
    drop: (file: FileName) => {
      const left = (counts.get(file) ?? 0) - 1;
      if (left > 0) {
        counts.set(file, left);
        return;
      }
      counts.delete(file);
      files.delete(file);
    },
  });
};

/** What memory knows of the envelopes of one folder. */
export interface Headers {
  learn(key: EnvelopeKey, header: EnvelopeHeader): void;
  /** It is there, and what it needs is to be read. */
  expect(key: EnvelopeKey): void;
  forget(key: EnvelopeKey): void;
  idOf(key: EnvelopeKey): string | null;
  unknown(): readonly EnvelopeKey[];
}

/** Starts knowing nothing, and keeps the count of needed files right. */
export const createHeaders = (needed: NeededFiles): Headers => {
  const known = new Map<EnvelopeKey, EnvelopeHeader>();
  const unknown = new Set<EnvelopeKey>();

  const forget = (key: EnvelopeKey): void => {
    for (const file of known.get(key)?.needs ?? []) needed.drop(file);
    known.delete(key);
    unknown.delete(key);
  };

  return Object.freeze({
    learn: (key: EnvelopeKey, { id, needs }: EnvelopeHeader) => {
      forget(key);
      known.set(key, { id, needs: [...needs] });
      for (const file of needs) needed.add(file);
    },
    expect: (key: EnvelopeKey) => {
      forget(key);
      unknown.add(key);
    },
    forget,
    idOf: (key: EnvelopeKey) => known.get(key)?.id ?? null,
    unknown: () => [...unknown],
  });
};
