import type { EventId } from '../../shared/timeline.ts';
import type { FileTicket } from '../cdn/files.ts';
import type { Jitter } from './jitter.ts';
import type { DetailEntry } from './memory.ts';
import type { Served } from './served.ts';
import type { Slotted } from './slots.ts';

/** How the work on one detail ended. */
export type DetailResult = Served<DetailEntry>;

/** The work on one detail of one generation, shared by all who ask for it meanwhile. */
export interface DetailWork {
  /** The id that the backend is asked with. */
  readonly id: string;
  readonly startedBy: EventId;
  /** Once a prefetch has part in it, what it brings is persisted. */
  isPrefetch: boolean;
  /** Somebody waits for its result, so that it is not just a refresh behind a stale answer. */
  isAwaited: boolean;
  /** The id was asked for as an offering that the list does not map: its workflow is learned (D-12). */
  isUnmapped: boolean;
  isUrgent: boolean;
  slot: Slotted<unknown> | null;
  /** The number of the slot that it ran in; null: it ran beside them, or still waits. */
  slotNumber: number | null;
  jitter: Jitter | null;
  body: FileTicket | null;
  /** While it waits for its turn to be decoded and saved. */
  skipTurn: (() => void) | null;
  readonly result: Promise<DetailResult>;
  finish(result: DetailResult): void;
  /** A person waits: it leaves whatever queue it is in. */
  hurry(): void;
  cutJitter(): void;
}

export const createDetailWork = (id: string, startedBy: EventId): DetailWork => {
  const { promise, resolve } = Promise.withResolvers<DetailResult>();
  const work: DetailWork = {
    id,
    startedBy,
    isPrefetch: false,
    isAwaited: false,
    isUnmapped: false,
    isUrgent: false,
    slot: null,
    slotNumber: null,
    jitter: null,
    body: null,
    skipTurn: null,
    result: promise,
    finish: resolve,
    hurry: () => {
      work.isUrgent = true;
      work.slot?.hurry();
      work.cutJitter();
      work.body?.hurry();
      work.skipTurn?.();
    },
    cutJitter: () => work.jitter?.hurry(),
  };
  return work;
};
