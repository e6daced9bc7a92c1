/** What the command line of `npm test` asks for. */
export type TestRequest =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly parts: readonly string[] }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Named parts run in their usual order; none named means all. */
export function readArguments(given: readonly string[], known: readonly string[]): TestRequest {
  if (given.includes('--help') || given.includes('-h')) return { kind: 'help' };
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const sentence = `There is no part \`${unknown}\`: the parts are ${known.join(', ')}.`;
    return { kind: 'refused', sentence };
  }
  const parts = given.length === 0 ? known : known.filter((name) => given.includes(name));
  return { kind: 'run', parts };
}
