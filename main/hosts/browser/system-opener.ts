import { spawn } from 'node:child_process';

/** Opens folders and addresses with the programs that the system has for them. */
export interface SystemOpener {
  /** Null: it was opened. Otherwise why not, as the end of a sentence. */
  openFolder(folder: string): Promise<string | null>;
  openAddress(url: URL): Promise<string | null>;
}

interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
}

/** What starts without a word and has not ended by then, has opened it. */
const patienceMs = 2_000;

/** Never through a shell: what is opened stands in one argument, whatever is in it. */
const commandFor = (platform: NodeJS.Platform, what: 'folder' | 'address', it: string): Command => {
  if (platform === 'darwin') return { program: 'open', arguments: [it] };
  if (platform !== 'win32') return { program: 'xdg-open', arguments: [it] };
  return what === 'folder'
    ? { program: 'explorer.exe', arguments: [it] }
    : { program: 'rundll32.exe', arguments: ['url.dll,FileProtocolHandler', it] };
};

const run = ({ program, arguments: given }: Command): Promise<string | null> =>
  new Promise((resolve) => {
    const child = spawn(program, given, { detached: true, stdio: 'ignore' });
    const timer = setTimeout(() => {
      child.unref();
      resolve(null);
    }, patienceMs);
    const end = (problem: string | null): void => {
      clearTimeout(timer);
      resolve(problem);
    };
    child.once('error', () => {
      end(`${program} cannot be started`);
    });
    child.once('exit', (status) => {
      // The explorer says 1 when all went well.
      const isGood = status === 0 || program === 'explorer.exe';
      end(isGood ? null : `${program} could not open it`);
    });
  });

export const createSystemOpener = (platform: NodeJS.Platform = process.platform): SystemOpener =>
  Object.freeze({
    openFolder: (folder: string) => run(commandFor(platform, 'folder', folder)),
    openAddress: (url: URL) => run(commandFor(platform, 'address', url.href)),
  });

/** Whether there is a screen in front of the person who started us. */
export const hasDisplay = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean => {
  if (platform === 'darwin' || platform === 'win32') return !env['SSH_CONNECTION'];
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
};
