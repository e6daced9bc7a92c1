import type { Clock } from '../clock/clock.ts';
import type { FaultRegistry } from '../faults/registry.ts';
import type { PhoneEvents } from './phone-events.ts';
import type { PhoneSource } from './phone-source.ts';

/** The session that a phone is served from, with all that the engine meets there. */
export interface PhoneWorld {
  readonly source: PhoneSource;
  readonly faults: FaultRegistry;
  readonly clock: Clock;
  readonly events: PhoneEvents;
}
