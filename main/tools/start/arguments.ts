import { parseArgs } from 'node:util';
import { hasReportEnding, reportEnding } from '../../../shared/report/file.ts';
import { hasOwnEnding, ownEnding } from '../../../shared/scenario/file.ts';
import { firstSentence } from '../../scenario/arguments.ts';

/** What `npm start` was asked for; paths as they were typed. */
export interface StartOptions {
  /** Neither a window nor a browser is opened: whoever asked opens the address. */
  readonly isHeadless: boolean;
  /** The window's port, for a browser; null: any that is free, and only where a browser is used. */
  readonly port: number | null;
  /** Null: where the system keeps what belongs to a person's programs. */
  readonly dataFolder: string | null;
  /** Null: the demo project. */
  readonly project: string | null;
  /** Or a report; null: none is opened. */
  readonly scenario: string | null;
}

export type StartRequest =
  | { readonly kind: 'run'; readonly options: StartOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly sentence: string };

export const startUsage = `Opens the app: in a window of its own where Electron's runtime is there or can be fetched, else in
the browser.

  npm start                     the bundled demo project
  npm start -- --project PATH   a project folder of your own
  npm start -- FILE.pwscenario  opens a scenario file, to be played
  npm start -- FILE.zip         opens a report, to be looked at

  --data DIR   keep what the app stores in this folder
  --headless   open nothing, and print the address for a browser
  --port N     use a browser, with the window at this port (0: any that is free)
  --help       this text

Ctrl-C ends it. Exit status: 0 it was ended, 2 it could not be started (standard error says why).`;

const options = {
  headless: { type: 'boolean', default: false },
  port: { type: 'string' },
  data: { type: 'string' },
  project: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parse = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });

type Parsed = ReturnType<typeof parse>;

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

/** What is wrong with the arguments; null where nothing is. */
const problemOf = ({ values, positionals }: Parsed): string | null => {
  const { project, data, port } = values;
  const stray = positionals.find((each) => !hasOwnEnding(each) && !hasReportEnding(each));
  if (stray !== undefined)
    return `${stray} means nothing here; a project folder follows --project, a scenario to open ends in ${ownEnding}, a report in ${reportEnding}, and any other scenario is played by \`npm run -s scenario -- FILE\`.`;
  if (project === '' || data === '') return '--project and --data need a path.';
  if (port !== undefined && !isPort(port))
    return `--port must be a number from 0 to 65535, not ${port}.`;
  return null;
};

const optionsOf = ({ values, positionals }: Parsed): StartOptions => {
  const { headless, port, data, project } = values;
  return {
    isHeadless: headless,
    port: port === undefined ? null : Number(port),
    dataFolder: data ?? null,
    project: project ?? null,
    // As with options: the last one counts.
    scenario: positionals.at(-1) ?? null,
  };
};

/** Reads the command line of `npm start`. */
export const readStartArguments = (argv: readonly string[]): StartRequest => {
  try {
    const parsed = parse(argv);
    if (parsed.values.help) return { kind: 'help' };
    const problem = problemOf(parsed);
    if (problem !== null) return { kind: 'refused', sentence: problem };
    return { kind: 'run', options: optionsOf(parsed) };
  } catch (error) {
    return { kind: 'refused', sentence: `${firstSentence(error)}; see --help.` };
  }
};
