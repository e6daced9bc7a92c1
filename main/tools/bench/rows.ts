import type { Row } from './row.ts';
import { freshHit } from './rows/fresh-hit.ts';
import { join } from './rows/join.ts';
import { memory } from './rows/memory.ts';
import { offeringRows } from './rows/offering-rows.ts';
import { onDemand } from './rows/on-demand.ts';
import { persistGrowth } from './rows/persist-growth.ts';
import { persist } from './rows/persist.ts';
import { prefetch100, prefetchBlock } from './rows/prefetch.ts';
import { restore100, restore1000 } from './rows/restore.ts';
import { scale } from './rows/scale.ts';
import { screen } from './rows/screen.ts';
import { soak } from './rows/soak.ts';
import { startup } from './rows/startup.ts';
import { switchUser } from './rows/switch.ts';
import { timelineView } from './rows/timeline-view.ts';
import { timeline } from './rows/timeline.ts';

/** All rows, in the order of the table. A new one is a file in `rows/` and a line here. */
export const ROWS: readonly Row[] = [
  freshHit,
  join,
  restore100,
  restore1000,
  persist,
  persistGrowth,
  prefetch100,
  prefetchBlock,
  onDemand,
  switchUser,
  scale,
  memory,
  soak,
  timeline,
  timelineView,
  startup,
  offeringRows,
  screen,
];
