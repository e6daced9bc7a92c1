import { parseArgs } from 'node:util';
import { firstSentence } from '../../scenario/arguments.ts';
import { hint } from '../../../shared/scenario/say.ts';

/** What is to be measured, and how it is told. */
export interface BenchOptions {
  /** In the order of the table. */
  readonly names: readonly string[];
  readonly isJson: boolean;
  readonly isQuick: boolean;
}

export type BenchRequest =
  | { readonly kind: 'run'; readonly options: BenchOptions }
  | { readonly kind: 'list' }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly sentence: string };

export const usage = `Measures how fast the engine is: each figure is a ratio of two things that are measured in turn.

  npm run -s bench -- [NAME...] [OPTION...]

  NAME     only these rows; --list names them
  --json   one JSON object for each figure and line, and nothing else on standard output
  --quick  one round of each with small sizes: shows that it works, and measures nothing
  --list   the names of the rows, with what is divided by what
  --help   this text

A ratio that is larger than its aim is marked with !. Exit status: 0 everything was measured, however
slow it is, 2 something could not be (standard error says why).`;

const options = {
  json: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parse = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });

type Parsed = ReturnType<typeof parse>;

const unknown = (name: string, known: readonly string[]): BenchRequest => ({
  kind: 'refused',
  sentence: `There is no row ${name}${hint(name, known) || '.'} The rows are ${known.join(', ')}.`,
});

const requestOf = ({ values, positionals }: Parsed, known: readonly string[]): BenchRequest => {
  if (values.help) return { kind: 'help' };
  const stranger = positionals.find((name) => !known.includes(name));
  if (stranger !== undefined) return unknown(stranger, known);
  if (values.list) return { kind: 'list' };
  const names = known.filter((name) => positionals.length === 0 || positionals.includes(name));
  return { kind: 'run', options: { names, isJson: values.json, isQuick: values.quick } };
};

/** Reads the command line of `npm run bench`. */
export const readArguments = (argv: readonly string[], known: readonly string[]): BenchRequest => {
  try {
    return requestOf(parse(argv), known);
  } catch (error) {
    return { kind: 'refused', sentence: `${firstSentence(error)}; see --help.` };
  }
};
