import { parseScenario } from './parse.ts';

type Described =
  | { readonly ok: true; readonly name: string; readonly description: string | null }
  /** Why it is none that could be played, in one sentence. */
  | { readonly ok: false; readonly message: string };

/** More is not shown anywhere. */
const longestDescription = 2_000;

/** The comment that a file begins with is what its author has to say of it. */
export const descriptionOf = (text: string): string | null => {
  const [comment = ''] = /^(?:\s*#.*)*/.exec(text) ?? [];
  const words = comment
    .replaceAll(/^\s*#+/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (words === '') return null;
  return words.length > longestDescription ? `${words.slice(0, longestDescription)}…` : words;
};

/** What a scenario says of itself; its project is not looked at. */
export const describeScenario = (text: string): Described => {
  const result = parseScenario(text);
  if (result.ok) {
    const { name } = result.parsed.scenario;
    return { ok: true, name, description: descriptionOf(text) };
  }
  const [first] = result.problems;
  const where = first === undefined ? '' : `Line ${String(first.line)}: ${first.message}.`;
  return { ok: false, message: `It cannot be played. ${where}` };
};
