import type { TimelineEvent } from '../../shared/timeline.ts';

export type EventTone = 'good' | 'problem' | 'restored' | 'turn' | 'plain' | 'quiet';

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
  'cold-started': 'turn',
  called: 'quiet',
  requested: 'quiet',
  responded: 'quiet',
  verified: 'quiet',
  downloaded: 'quiet',
};

/** How loud an event is; one that tells of an error is a problem, whatever it is otherwise. */
export const eventTone = ({ type, error }: Pick<TimelineEvent, 'type' | 'error'>): EventTone =>
  error === undefined ? (tones[type] ?? 'plain') : 'problem';
