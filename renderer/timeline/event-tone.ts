import type { TimelineEvent } from '../../shared/timeline.ts';

export type EventTone = 'good' | 'problem' | 'on-purpose' | 'restored' | 'turn' | 'plain' | 'quiet';

const tones: Readonly<Partial<Record<TimelineEvent['type'], EventTone>>> = {
  failed: 'problem',
  rejected: 'problem',
  leaked: 'problem',
  quarantined: 'problem',
  warned: 'problem',
  hit: 'good',
  refreshed: 'good',
  restored: 'restored',
  'fell-back': 'restored',
  'identity-changed': 'turn',
  'foreground-changed': 'turn',
  'rules-changed': 'turn',
  'project-changed': 'turn',
  'cold-started': 'turn',
  called: 'quiet',
  requested: 'quiet',
  responded: 'quiet',
  verified: 'quiet',
  downloaded: 'quiet',
  'phone-asked': 'quiet',
  'phone-answered': 'quiet',
  'phone-turned': 'turn',
};

/** How loud an event is; one that tells of an error is a problem, or meant to be one. */
export const eventTone = ({
  type,
  error,
  met,
}: Pick<TimelineEvent, 'type' | 'error' | 'met'>): EventTone => {
  if (error === undefined) return met === undefined ? (tones[type] ?? 'plain') : 'on-purpose';
  return error.isOnPurpose === true ? 'on-purpose' : 'problem';
};
