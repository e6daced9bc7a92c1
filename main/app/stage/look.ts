import type { StageSetUp } from '../../../shared/stage/set-up.ts';
import type { KeptValue } from '../kept-value.ts';

/** How the paywalls of what is shown are looked at. */
export type Look = Pick<KeptValue<StageSetUp>, 'read' | 'change'>;
