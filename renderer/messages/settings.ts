import type { Settings } from '../../shared/contract/documents.ts';

interface SettingTexts {
  readonly label: string;
  readonly hint: string;
}

const fields: Readonly<Record<keyof Settings, SettingTexts>> = {
  appearance: { label: 'Appearance', hint: 'How this window looks; paywalls have their own.' },
  persistOnDemand: {
    label: 'Keep workflows opened on demand',
    hint: 'Also those that the list does not prefetch are saved to disk. Only the recommended rules do so.',
  },
  fallbackHost: {
    label: 'Fallback host',
    hint: 'A second host answers where the first one fails.',
  },
  fileCacheBytes: {
    label: 'File cache',
    hint: 'Bodies, images and fonts on disk. What saved workflows need stays above it, too.',
  },
  onDemandEntries: {
    label: 'Workflows kept on demand',
    hint: 'How many workflows opened on demand stay on disk.',
  },
  onDemandBytes: {
    label: 'Space for them',
    hint: 'How much the workflows kept on demand may take.',
  },
  timelineEvents: {
    label: 'Timeline',
    hint: 'How many events are remembered; the oldest go first.',
  },
};

/** Every text of the settings. */
export const settingsMessages = {
  title: 'Settings',
  open: 'Settings',
  fields,
  restartNote:
    'Changing anything below restarts the session: memory is emptied, and what is broken on purpose is healed.',
  appearances: { system: 'System', light: 'Light', dark: 'Dark' },
  groups: { look: 'Look', behaviour: 'Behaviour', sizes: 'Sizes', data: 'Data' },
  byDefault: (value: string): string => `Default: ${value}`,
  on: 'On',
  off: 'Off',
  resetField: (label: string): string => `Reset ${label}`,
  resetAll: 'Reset all settings',
  range: (least: string, most: string): string => `From ${least} to ${most}.`,
  notANumber: 'A whole number is needed.',
  notASize: 'A size is needed, such as 500 MB.',
  dataFolder: 'Data folder',
  dataHint: 'Caches, settings, users and logs of this app.',
  apiKeys: 'API keys',
  apiKeysKept: 'They are kept in the system’s key store, until you remove them.',
  show: 'Show',
  wipe: 'Wipe…',
  wipeTitle: 'Wipe all data?',
  wipeText:
    'Every cache, the settings, the known users and the logs are removed, and the app starts as on the first day. This cannot be undone. Project folders are not touched.',
  wipeConfirm: 'Wipe all data',
  wiping: 'Wiping…',
} as const;
