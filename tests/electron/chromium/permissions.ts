/** Electron's names of permissions, and Chromium's for those that Playwright can grant. */
const names: Readonly<Record<string, readonly string[]>> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
};

/** What main is asked about once, before a window shows its first page. */
export const permissionNames = Object.keys(names);

export const chromiumNamesOf = (granted: readonly string[]): string[] =>
  granted.flatMap((name) => names[name] ?? []);
