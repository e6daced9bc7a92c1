import { parseArgs } from 'node:util';
import { firstSentence } from '../../scenario/arguments.ts';
import { type Target, isTarget, targetNames } from './targets.ts';

/** What `npm run dist` was asked for; paths as they were typed. */
export interface DistOptions {
  /** Empty: what is usual on this system. */
  readonly targets: readonly Target[];
  /** A folder with Electron's runtime; null: the electron package's own. */
  readonly runtimeFolder: string | null;
  /** Null: `release`, or a folder in it. */
  readonly outFolder: string | null;
  /** A build that Playwright can steer, which a program of people must not allow. */
  readonly isForTests: boolean;
}

export type DistRequest =
  | { readonly kind: 'pack'; readonly options: DistOptions }
  | { readonly kind: 'draw-icons' }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly sentence: string };

export const distUsage = `Packages the app for this system, with the runtime that is installed, into release/.

  npm run dist                what people install here: AppImage and .deb, .dmg, or an installer
  npm run dist -- TARGET...   ${targetNames.join(', ')} (dir: the app in a folder)

  --for-tests     only the app in a folder, and one that tools can attach to
  --runtime DIR   take Electron's runtime from this folder
  --out DIR       put what is made there
  --draw-icons    draw the icons in main/packaging anew, and package nothing
  --help          this text

Exit status: 0 it is made, 2 it cannot be (standard error says why).`;

const options = {
  runtime: { type: 'string' },
  out: { type: 'string' },
  'for-tests': { type: 'boolean', default: false },
  'draw-icons': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parse = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });

type Parsed = ReturnType<typeof parse>;

/** What is wrong with the arguments; null where nothing is. */
const problemOf = ({ values, positionals }: Parsed): string | null => {
  const stranger = positionals.find((name) => !isTarget(name));
  if (stranger !== undefined)
    return `There is no target ${stranger}: the targets are ${targetNames.join(', ')}.`;
  if (values.runtime === '' || values.out === '') return '--runtime and --out need a path.';
  if (values['for-tests'] && positionals.length > 0)
    return 'A build for tests is the app in a folder: no target goes with --for-tests.';
  return null;
};

const optionsOf = ({ values, positionals }: Parsed): DistOptions => ({
  targets: values['for-tests'] ? ['dir'] : positionals.filter(isTarget),
  runtimeFolder: values.runtime ?? null,
  outFolder: values.out ?? null,
  isForTests: values['for-tests'],
});

/** Reads the command line of `npm run dist`. */
export const readDistArguments = (argv: readonly string[]): DistRequest => {
  try {
    const parsed = parse(argv);
    if (parsed.values.help) return { kind: 'help' };
    if (parsed.values['draw-icons']) return { kind: 'draw-icons' };
    const problem = problemOf(parsed);
    if (problem !== null) return { kind: 'refused', sentence: problem };
    return { kind: 'pack', options: optionsOf(parsed) };
  } catch (error) {
    return { kind: 'refused', sentence: `${firstSentence(error)}; see --help.` };
  }
};
