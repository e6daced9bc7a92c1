import { parseArgs } from 'node:util';
import { firstSentence } from '../../scenario/arguments.ts';
import {
  type DeviceId,
  type SafeArea,
  type ScreenSize,
  deviceIds,
  devices,
} from '../../../shared/stage/devices.ts';
import type { Glass, View } from './paper.ts';

/** What is to be photographed. */
export interface ShootOptions {
  /** Undefined: the bundled demo. */
  readonly project?: string;
  /** Undefined: `dist/shots`. */
  readonly out?: string;
  /** None: all. */
  readonly groups: readonly string[];
  /** None: all that a screen has. */
  readonly locales: readonly string[];
  readonly colorModes: readonly View['colorMode'][];
  /** Each screen of a phone that they are seen on. */
  readonly glasses: readonly Glass[];
}

export type ShootRequest =
  | { readonly kind: 'run'; readonly options: ShootOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly sentence: string };

export const usage = `Takes pictures of every screen of a project, and says what is wrong with them.

  npm run -s shoot -- [OPTION...]

  --project P      demo (default), or the path of a project folder
  --out DIR        where the pictures go (default: dist/shots)
  --workflow ID    only this workflow; \`offerings\` means the offerings' own paywalls.
                   May be given several times
  --locale L       only this language, as the project writes it (de_DE). May be given several times
  --light, --dark  only this colour mode
  --device D       on this device: ${deviceIds.join(', ')}.
                   May be given several times
  --sideways       with the devices held sideways
  --size WxH       instead of a device: the screen in points (default: 390x844)
  --safe-area T,R,B,L
                   with --size: what the system takes of each edge (default: 0,0,0,0)
  --help           this text

DIR/wf_welcome/2-plans/de_DE-dark.png is one picture (iphone-de_DE-dark.png with --device iphone),
de_DE-dark-full.png the same screen with all that can be scrolled to, where that is more, and
DIR/wf_welcome/sheet.png has them all. Pictures have two pixels for each point. Ctrl+C cancels.
On standard output each screen has a line with what was found. Exit status: 0 nothing was found,
1 something was, 2 no pictures could be taken (standard error says why).`;

const options = {
  project: { type: 'string' },
  out: { type: 'string' },
  workflow: { type: 'string', multiple: true },
  locale: { type: 'string', multiple: true },
  light: { type: 'boolean', default: false },
  dark: { type: 'boolean', default: false },
  device: { type: 'string', multiple: true },
  sideways: { type: 'boolean', default: false },
  size: { type: 'string' },
  'safe-area': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parse = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });

type Parsed = ReturnType<typeof parse>;

const smallestPx = 100;
const largestPx = 4_000;

const sizeOf = (text: string): ScreenSize | null => {
  const [, width = 0, height = 0] = (/^(\d{1,5})x(\d{1,5})$/.exec(text) ?? []).map(Number);
  const fits = [width, height].every((side) => side >= smallestPx && side <= largestPx);
  return fits ? { width, height } : null;
};

const safeAreaOf = (text: string): SafeArea | null => {
  if (!/^\d{1,3}(?:,\d{1,3}){3}$/.test(text)) return null;
  const [top = 0, right = 0, bottom = 0, left = 0] = text.split(',').map(Number);
  return { top, right, bottom, left };
};

/** Those that were asked for, or a sentence about what is wrong with that. */
type Glasses = readonly Glass[] | string;

const isDevice = (id: string): id is DeviceId => deviceIds.some((known) => known === id);

const onDevices = (ids: readonly string[], isSideways: boolean): Glasses => {
  const stranger = ids.find((id) => !isDevice(id));
  if (stranger !== undefined)
    return `There is no device ${stranger}: there are ${deviceIds.join(', ')}.`;
  return [...new Set(ids)].filter(isDevice).map((id) => {
    const { size, safeArea, safeAreaSideways } = devices[id];
    return isSideways
      ? {
          name: `${id}-sideways`,
          size: { width: size.height, height: size.width },
          safeArea: safeAreaSideways,
        }
      : { name: id, size, safeArea };
  });
};

const ofSize = (wanted: string, edges: string): Glasses => {
  const size = sizeOf(wanted);
  if (size === null)
    return `--size must be like 390x844, each side from ${smallestPx} to ${largestPx}, not ${wanted}.`;
  const safeArea = safeAreaOf(edges);
  if (safeArea === null) return `--safe-area must be like 59,0,34,0, not ${edges}.`;
  return [{ name: null, size, safeArea }];
};

const glassesOf = ({ values }: Parsed): Glasses => {
  const { device: ids = [], sideways, size, 'safe-area': edges } = values;
  if (ids.length === 0 && sideways) return '--sideways needs a --device.';
  if (ids.length === 0) return ofSize(size ?? '390x844', edges ?? '0,0,0,0');
  return size === undefined && edges === undefined
    ? onDevices(ids, sideways)
    : 'A --device has a size and a safe area of its own.';
};

const colorModesOf = ({ light, dark }: Parsed['values']): ShootOptions['colorModes'] => {
  if (light === dark) return ['light', 'dark'];
  return light ? ['light'] : ['dark'];
};

const refused = (sentence: string): ShootRequest => ({ kind: 'refused', sentence });

const requestOf = (parsed: Parsed): ShootRequest => {
  const { values, positionals } = parsed;
  const { help, project, out, workflow: groups = [], locale: locales = [] } = values;
  if (help) return { kind: 'help' };
  const [stray] = positionals;
  if (stray !== undefined)
    return refused(`${stray} is no option; a project folder is named by --project.`);
  if ([project, out, ...groups, ...locales].includes(''))
    return refused('--project, --out, --workflow and --locale need a value.');
  const glasses = glassesOf(parsed);
  if (typeof glasses === 'string') return refused(glasses);
  return {
    kind: 'run',
    options: {
      ...(project === undefined || project === 'demo' ? {} : { project }),
      ...(out === undefined ? {} : { out }),
      groups,
      locales,
      colorModes: colorModesOf(values),
      glasses,
    },
  };
};

/** Reads the command line of `npm run shoot`. */
export const readArguments = (argv: readonly string[]): ShootRequest => {
  try {
    return requestOf(parse(argv));
  } catch (error) {
    return refused(`${firstSentence(error)}; see --help.`);
  }
};
