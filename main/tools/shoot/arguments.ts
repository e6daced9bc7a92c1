import { parseArgs } from 'node:util';
import { firstSentence } from '../../scenario/arguments.ts';
import type { View } from './prepared.ts';
import type { ScreenSize } from './preview-page.ts';

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
  readonly size: ScreenSize;
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
  --size WxH       the screen in points (default: 390x844); pictures have twice as many pixels
  --help           this text

DIR/wf_welcome/2-plans/de_DE-dark.png is one picture, de_DE-dark-full.png the same screen with all
that can be scrolled to, where that is more, and DIR/wf_welcome/sheet.png has them all.
On standard output each screen has a line with what was found. Exit status: 0 nothing was found,
1 something was, 2 no pictures could be taken (standard error says why).`;

const options = {
  project: { type: 'string' },
  out: { type: 'string' },
  workflow: { type: 'string', multiple: true },
  locale: { type: 'string', multiple: true },
  light: { type: 'boolean', default: false },
  dark: { type: 'boolean', default: false },
  size: { type: 'string', default: '390x844' },
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

const colorModesOf = ({ light, dark }: Parsed['values']): ShootOptions['colorModes'] => {
  if (light === dark) return ['light', 'dark'];
  return light ? ['light'] : ['dark'];
};

const refused = (sentence: string): ShootRequest => ({ kind: 'refused', sentence });

const requestOf = ({ values, positionals }: Parsed): ShootRequest => {
  const { help, project, out, workflow: groups = [], locale: locales = [] } = values;
  if (help) return { kind: 'help' };
  const [stray] = positionals;
  if (stray !== undefined)
    return refused(`${stray} is no option; a project folder is named by --project.`);
  if ([project, out, ...groups, ...locales].includes(''))
    return refused('--project, --out, --workflow and --locale need a value.');
  const size = sizeOf(values.size);
  if (size === null)
    return refused(
      `--size must be like 390x844, each side from ${smallestPx} to ${largestPx}, not ${values.size}.`,
    );
  return {
    kind: 'run',
    options: {
      ...(project === undefined || project === 'demo' ? {} : { project }),
      ...(out === undefined ? {} : { out }),
      groups,
      locales,
      colorModes: colorModesOf(values),
      size,
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
