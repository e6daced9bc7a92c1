import type { HostServices } from '../app/app.ts';

type Platform = HostServices['about']['platform'];

/** Everything that is neither macOS nor Windows looks and behaves like Linux. */
export const platformOf = (platform: NodeJS.Platform): Platform => {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
};
