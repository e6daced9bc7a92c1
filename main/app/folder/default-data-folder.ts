import os from 'node:os';
import path from 'node:path';

/** The machine, as far as it decides where a person's programs keep their data. */
export interface DataHost {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
}

const title = 'Paywall Preview';

const thisMachine = (): DataHost => ({
  platform: process.platform,
  env: process.env,
  home: os.homedir(),
});

/** The specification has relative paths ignored. */
const xdgDataHome = ({ env, home }: DataHost): string => {
  const named = env['XDG_DATA_HOME'] ?? '';
  return path.posix.isAbsolute(named) ? named : path.posix.join(home, '.local', 'share');
};

/** Where the app keeps everything unless it is told otherwise, on whatever host and however installed. */
export const defaultDataFolder = (host: DataHost = thisMachine()): string => {
  const { platform, env, home } = host;
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', title);
  if (platform === 'win32')
    return path.win32.join(env['APPDATA'] || path.win32.join(home, 'AppData', 'Roaming'), title);
  return path.posix.join(xdgDataHome(host), 'paywall-preview');
};
