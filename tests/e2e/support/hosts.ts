/** What the specs of the app run on; each is a project of playwright.config.ts. */
export const hosts = ['browser', 'electron-stand-in', 'electron'] as const;

export type Host = (typeof hosts)[number];
