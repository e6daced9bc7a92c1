/** What the command line of `npm test` asks for. */
export type TestRequest =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'run';
      readonly parts: readonly string[];
      /** What the tests of a part are told by the environment. */
      readonly env: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Options that only this part has, and how its tests hear of them. */
const crashOptions: Readonly<Partial<Record<string, string>>> = {
  '--rounds': 'CRASH_ROUNDS',
  '--seed': 'CRASH_SEED',
  '--from': 'CRASH_FROM',
};

type Split = { readonly names: readonly string[]; readonly env: Record<string, string> } | string;

/** Takes the options out; a sentence where one has no number behind it. */
const split = (given: readonly string[]): Split => {
  const names: string[] = [];
  const env: Record<string, string> = {};
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? '';
    const variable = crashOptions[word];
    if (variable === undefined) {
      names.push(word);
      continue;
    }
    index += 1;
    const value = given[index] ?? '';
    if (!/^\d{1,9}$/.test(value)) return `\`${word}\` needs a number.`;
    env[variable] = value;
  }
  return { names, env };
};

/** Named parts run in their usual order; none named means all. */
export function readArguments(given: readonly string[], known: readonly string[]): TestRequest {
  if (given.includes('--help') || given.includes('-h')) return { kind: 'help' };
  const read = split(given);
  if (typeof read === 'string') return { kind: 'refused', sentence: read };
  const { names, env } = read;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const sentence = `There is no part \`${unknown}\`: the parts are ${known.join(', ')}.`;
    return { kind: 'refused', sentence };
  }
  const parts = names.length === 0 ? known : known.filter((name) => names.includes(name));
  return { kind: 'run', parts, env };
}
