import type { Guest as GuestDocument } from '../../../shared/contract/documents.ts';
import type { RunningSession } from '../session/run-session.ts';
import type { Shown } from '../shown.ts';
import type { Look } from '../stage/look.ts';

/** What stands in the place of the person's own session, and is taken away when it is over. */
export interface GuestStand {
  readonly shown: Shown;
  /** Null: nothing happens in it. */
  readonly running: RunningSession | null;
  /** How its paywalls are looked at; null: as the person's own. */
  readonly look: Look | null;
  /** Nothing happens in it any more; its files can still be read. */
  close(): Promise<void>;
  /** Nothing of it is left. */
  remove(): void;
}

/** Who is shown in the place of the person's own session. */
export interface Guest {
  readonly id: string;
  /** Another one after each beginning anew. */
  readonly session: GuestStand;
  document(): GuestDocument;
  /** Nothing more is begun in it. */
  leave(): void;
}

/** Whom a guest tells of itself. */
export interface GuestHost {
  /** Something of it is another one now. */
  readonly onChange: () => void;
  /** It runs on another session now, and this one is not needed any more. */
  readonly onSwitch: (before: GuestStand) => void;
  /** A fault of ours. */
  readonly onFault: (error: unknown) => void;
}
