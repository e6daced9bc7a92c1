import { isScalar, parseDocument } from 'yaml';
import { describeScenario } from './describe.ts';

/** The text of a scenario under another name, the rest as it was; null: it cannot be told where it stands. */
export const retitled = (text: string, name: string): string | null => {
  if (!describeScenario(text).ok) return null;
  const node = parseDocument(text).get('name', true);
  if (!isScalar(node) || node.range == null) return null;
  const [from, upTo] = node.range;
  const end = text.slice(from, upTo).endsWith('\n') ? '\n' : '';
  const next = `${text.slice(0, from)}${JSON.stringify(name)}${end}${text.slice(upTo)}`;
  // What was written in a way that nobody thought of is left alone.
  const described = describeScenario(next);
  return described.ok && described.name === name ? next : null;
};
