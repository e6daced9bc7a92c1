import type { RequestSubject } from '../../shared/faults.ts';

/**
 * Which requests met something that is broken on purpose, so that their failing later on is not taken
 * for a real problem, not even after everything was healed.
 */
export interface Encounters {
  note(subject: RequestSubject): void;
  /** Whether a request of the kind met anything since it was last asked about. */
  take(subject: RequestSubject): boolean;
}

/** A project's ids are few; whoever asks for made up ones must not fill the memory. */
const most = 10_000;

const keysOf = ({ scope, ids }: RequestSubject): readonly string[] =>
  ids.length === 0 ? [scope] : ids.map((id) => `${scope} ${id}`);

export const createEncounters = (): Encounters => {
  const met = new Set<string>();
  return Object.freeze({
    note: (subject: RequestSubject) => {
      if (met.size >= most) met.clear();
      for (const key of keysOf(subject)) met.add(key);
    },
    take: (subject: RequestSubject) =>
      // Every one of them is taken: `some` would leave the rest for later.
      keysOf(subject).filter((key) => met.delete(key)).length > 0,
  });
};
