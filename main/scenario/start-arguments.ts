import { parseArgs } from 'node:util';
import { type RuleSet, ruleSets } from '../../shared/policies.ts';
import { firstSentence, ruleSetNamed } from './arguments.ts';

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly scenarioFile?: string;
  readonly project?: string;
  readonly dataFolder?: string;
  readonly port?: number;
  readonly rules?: RuleSet;
  readonly user?: string;
}

export type StartRequest =
  | { readonly kind: 'run'; readonly options: StartOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly sentence: string };

export const startUsage = `Plays a scenario against the bundled backend and tells what happens. There is no window yet.

  npm start                     the bundled demo project, with the backend going down
  npm start -- SCENARIO_FILE    another scenario
  npm start -- --project PATH   a tour of the offerings of a project folder

  --data DIR   keep what the app stores in this folder (default: a temporary one)
  --port N     the port of the bundled backend (default: any that is free)
  --rules R    recommended, android or ios
  --user U     the user at the start
  --help       this text

The clock is a virtual one, so hours take no time. Exit status: 0 all checks hold, 1 some do not,
2 it could not be started (standard error says why).`;

const options = {
  project: { type: 'string' },
  data: { type: 'string' },
  port: { type: 'string' },
  rules: { type: 'string' },
  user: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parse = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });

type Parsed = ReturnType<typeof parse>;

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

/** What is wrong with the arguments taken together; null where nothing is. */
const problemOf = ({ values, positionals }: Parsed): string | null => {
  const { project, data, port, rules, user } = values;
  if (positionals.length > 1)
    return `One scenario file can be played at a time, and there are ${String(positionals.length)}.`;
  if (positionals.length === 1 && project !== undefined)
    return 'A scenario file names its own project: leave --project out.';
  if ([project, data, user].includes('')) return '--project, --data and --user need a value.';
  if (port !== undefined && !isPort(port))
    return `--port must be a number from 0 to 65535, not ${port}.`;
  if (rules !== undefined && ruleSetNamed(rules) === null)
    return `--rules must be ${ruleSets.join(', ')}, not ${rules}.`;
  return null;
};

const present = <Key extends string, T>(key: Key, value: T | undefined | null) =>
  (value == null ? {} : { [key]: value }) as Partial<Readonly<Record<Key, T>>>;

const optionsOf = ({ values, positionals: [scenarioFile] }: Parsed): StartOptions => ({
  ...present('scenarioFile', scenarioFile),
  ...present('project', values.project),
  ...present('dataFolder', values.data),
  ...present('port', values.port === undefined ? null : Number(values.port)),
  ...present('rules', values.rules === undefined ? null : ruleSetNamed(values.rules)),
  ...present('user', values.user),
});

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
