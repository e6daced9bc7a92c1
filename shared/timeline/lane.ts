import type { EventFacts } from '../timeline.ts';

/** How many slots there are for prefetches, and for downloads. */
const slotCount = 4;

/** The lanes, from top to bottom. */
export const laneNames = [
  'phone',
  'calls',
  'offerings',
  'list',
  'on-demand',
  'prefetch-1',
  'prefetch-2',
  'prefetch-3',
  'prefetch-4',
  'download-1',
  'download-2',
  'download-3',
  'download-4',
  'beside',
  'disk',
  'app',
] as const;

export type LaneName = (typeof laneNames)[number];

/** Lanes as people speak of them: the slots of a kind are one. */
export const laneGroups = [
  'phone',
  'calls',
  'offerings',
  'list',
  'on-demand',
  'prefetch',
  'download',
  'beside',
  'disk',
  'app',
] as const;

export type LaneGroup = (typeof laneGroups)[number];

type Laned = Pick<EventFacts, 'type' | 'subject' | 'slot'>;

const isSlot = (slot: number | undefined): slot is 1 | 2 | 3 | 4 =>
  slot !== undefined && Number.isInteger(slot) && slot >= 1 && slot <= slotCount;

/** What the disk did, whatever it was about. */
const isOfDisk = ({ type, subject }: Laned): boolean =>
  subject === 'disk' ||
  type === 'persisted' ||
  type === 'pruned' ||
  type === 'restored' ||
  type === 'fell-back' ||
  type === 'quarantined' ||
  (type === 'evicted' && (subject === 'cdn' || subject === 'asset'));

/** The lane that an event stands in. */
export const laneOf = (event: Laned): LaneName => {
  const { type, subject, slot } = event;
  if (type === 'called' || type === 'completed') return 'calls';
  if (isOfDisk(event)) return 'disk';
  switch (subject) {
    case 'offerings':
    case 'list':
      return subject;
    case 'detail':
      return isSlot(slot) ? `prefetch-${slot}` : 'on-demand';
    case 'cdn':
    case 'asset':
      return isSlot(slot) ? `download-${slot}` : 'beside';
    case 'disk':
      return 'disk';
    case 'identity':
    case 'app':
      return 'app';
    case 'phone':
      return 'phone';
  }
};

/** The group of a lane. */
export const laneGroupOf = (lane: LaneName): LaneGroup => {
  if (lane.startsWith('prefetch')) return 'prefetch';
  if (lane.startsWith('download')) return 'download';
  return lane as LaneGroup;
};
