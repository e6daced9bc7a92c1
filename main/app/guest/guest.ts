import type { Guest as GuestDocument } from '../../../shared/contract/documents.ts';
import type { GuestSession } from './guest-session.ts';

/** What is shown in the place of the person's own session. */
export interface Guest {
  readonly id: string;
  /** Another one after each beginning anew. */
  readonly session: GuestSession;
  document(): GuestDocument;
  /** Nothing more is begun in it. */
  leave(): void;
}

/** Whom a guest tells of itself. */
export interface GuestHost {
  /** Something of it is another one now. */
  readonly onChange: () => void;
  /** It runs on another session now, and this one is not needed any more. */
  readonly onSwitch: (before: GuestSession) => void;
  /** A fault of ours. */
  readonly onFault: (error: unknown) => void;
}
