import { type Document, type Pair, YAMLParseError, isScalar, visit } from 'yaml';

const repeated = ({ key }: Pair, seen: Set<unknown>): YAMLParseError | null => {
  if (!isScalar(key)) return null;
  if (!seen.has(key.value)) {
    seen.add(key.value);
    return null;
  }
  const start = key.range?.[0] ?? 0;
  return new YAMLParseError([start, start + 1], 'DUPLICATE_KEY', 'Map keys must be unique');
};

/** Nobody reads more, and a file can be nothing but one key. */
const mostFound = 10;

/** Adds to the errors of a document the keys that their map has already. */
export const noteRepeatedKeys = (document: Document.Parsed): void => {
  const found: YAMLParseError[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const pair of items) {
        const error = repeated(pair, seen);
        if (error !== null) found.push(error);
        if (found.length === mostFound) return visit.BREAK;
      }
      return undefined;
    },
  });
  const [first] = found;
  const [other] = document.errors;
  if (first === undefined) return;
  // What comes first in the text is told first.
  if (other === undefined || first.pos[0] < other.pos[0]) document.errors.unshift(...found);
  else document.errors.push(...found);
};
