import { parseArgs } from 'node:util';
import { messageOf } from '../../shared/error-text.ts';
import { type RuleSet, ruleSets } from '../../shared/policies.ts';
import { hint } from '../../shared/scenario/say.ts';

/** What the command line asks for. */
export interface CliOptions {
  readonly inputs: readonly string[];
  /** Undefined: what each file says. */
  readonly rules?: RuleSet;
  readonly isJson: boolean;
  readonly junitFile?: string;
  readonly keepGoing: boolean;
}

export type Request =
  | { readonly kind: 'run'; readonly options: CliOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly sentence: string };

export const usage = `Plays scenario files headless: real HTTP against the bundled backend, real disk, virtual clock.

  npm run -s scenario -- FILE_OR_FOLDER... [OPTION...]

  FILE_OR_FOLDER  a folder means every *.yaml, *.yml, *.json and *.pwscenario below it, sorted.
                  Left out are node_modules, and the JSON files of project folders: those that
                  hold both an offerings.json and a workflows.json, with all that is below them.
  --rules R       recommended, android or ios, whatever the files say
  --json          one JSON object for each file and line, and nothing else on standard output
  --junit FILE    write the results as JUnit XML, too
  --keep-going    go on within a file after a step that failed, and report what fails later, too
  --help          this text

Files run one after the other, each on an empty disk; all run even where one fails or is unusable.
Exit status: 0 all hold, 1 some check failed, 2 a file could not be used (standard error says why).`;

const options = {
  rules: { type: 'string' },
  json: { type: 'boolean', default: false },
  junit: { type: 'string' },
  'keep-going': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const refused = (sentence: string): Request => ({ kind: 'refused', sentence });

/** Node explains at length; what was wrong is in the first sentence. */
export const firstSentence = (error: unknown): string => {
  const [sentence = ''] = messageOf(error).split(/\.\s/);
  return sentence.replace(/\.$/, '');
};

/** Tells a set of rules from other words. */
const ruleSetNamed = (word: string): RuleSet | null =>
  ruleSets.find((rules) => rules === word) ?? null;

const noRuleSet = (word: string): string =>
  `--rules must be ${ruleSets.join(', ')}, not ${word}${hint(word, ruleSets) || '.'}`;

type Parsed = ReturnType<typeof parse>;

const parse = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });

const requestOf = ({ values, positionals }: Parsed): Request => {
  if (values.help) return { kind: 'help' };
  if (positionals.length === 0)
    return refused('Name the scenario files or folders to run, or use --help.');
  if (values.junit === '') return refused('--junit needs the name of the file to write.');
  const rules = values.rules === undefined ? undefined : ruleSetNamed(values.rules);
  if (rules === null) return refused(noRuleSet(values.rules ?? ''));
  return {
    kind: 'run',
    options: {
      inputs: positionals,
      isJson: values.json,
      keepGoing: values['keep-going'],
      ...(rules === undefined ? {} : { rules }),
      ...(values.junit === undefined ? {} : { junitFile: values.junit }),
    },
  };
};

/** Reads the command line. */
export const readArguments = (argv: readonly string[]): Request => {
  try {
    return requestOf(parse(argv));
  } catch (error) {
    return refused(`${firstSentence(error)}; see --help.`);
  }
};
