import type { RequestSubject } from '../../shared/faults.ts';

/** What a request met on purpose: something that breaks its answer, or that only keeps it waiting. */
export type Encounter = 'broken' | 'delayed';

/** Which requests met something on purpose, so that their failing is not taken for a real problem. */
export interface Encounters {
  note(subject: RequestSubject, met: Encounter): void;
  /** It got through what would have broken its answer. */
  spare(subject: RequestSubject): void;
  /** What a request of the kind met since it was last asked about. */
  take(subject: RequestSubject): Encounter | null;
}

/** A project's ids are few; whoever asks for made up ones must not fill the memory. */
const most = 10_000;

/** However a path was written. */
const plain = (id: string): string => {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

/** Several files can belong to one workflow: they are told apart by their paths. */
const idsOf = ({ scope, ids }: RequestSubject): readonly string[] =>
  scope === 'cdn' || scope === 'asset' ? ids.filter((id) => id.startsWith('/')).map(plain) : ids;

const keysOf = (subject: RequestSubject): readonly string[] =>
  subject.ids.length === 0 ? [subject.scope] : idsOf(subject).map((id) => `${subject.scope} ${id}`);

export const createEncounters = (): Encounters => {
  const met = new Map<string, Encounter>();
  return Object.freeze({
    note: (subject: RequestSubject, what: Encounter) => {
      // What a phone meets is no excuse for the engine.
      if (subject.by === 'phone') return;
      if (met.size >= most) met.clear();
      for (const key of keysOf(subject)) if (met.get(key) !== 'broken') met.set(key, what);
    },
    spare: (subject: RequestSubject) => {
      if (subject.by === 'phone') return;
      for (const key of keysOf(subject)) if (met.has(key)) met.set(key, 'delayed');
    },
    take: (subject: RequestSubject) => {
      if (met.size === 0) return null;
      const keys = keysOf(subject);
      const found = keys.map((key) => met.get(key));
      for (const key of keys) met.delete(key);
      return found.includes('broken') ? 'broken' : found.includes('delayed') ? 'delayed' : null;
    },
  });
};
