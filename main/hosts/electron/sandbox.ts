import type { App } from 'electron';
import { texts } from './texts.ts';

/**
 * Why the app does not run without Chromium's sandbox; null: it has one, or is somebody's own build,
 * as tests need it that run as root.
 */
export const whyNotSandboxed = (
  { isPackaged, commandLine }: Pick<App, 'isPackaged' | 'commandLine'>,
  platform: NodeJS.Platform,
): string | null => {
  if (!isPackaged || !commandLine.hasSwitch('no-sandbox')) return null;
  return platform === 'linux' ? texts.noSandboxOnLinux : texts.noSandbox;
};
