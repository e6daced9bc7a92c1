import type { EngineError } from '../../shared/errors.ts';
import type { EventId, Source } from '../../shared/timeline.ts';
import type { Entry } from './memory.ts';

/** What a call is answered with: an entry and where it came from, or why there is none. */
export type Served<E extends Entry<unknown>> =
  | {
      readonly ok: true;
      readonly entry: E;
      readonly source: Source;
      /** The event that says why. */
      readonly decision: EventId;
    }
  | { readonly ok: false; readonly error: EngineError; readonly decision: EventId };
