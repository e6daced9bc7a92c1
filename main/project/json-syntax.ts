/** What may come next, by what is open and what came last. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end';

const space = /[ \t\n\r]*/y;
const token =
  /[{}[\],:]|true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

const matchAt = (pattern: RegExp, text: string, offset: number): string => {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? '';
};

const isScalar = (found: string): boolean => /^["\-\dtfn]/.test(found);

/** Reads tokens and remembers what is open; null: the token may not stand here. */
const createReader = () => {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';

  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'comma-or-end');

  const start = (bracket: '{' | '['): Expected => {
    open.push(bracket);
    return bracket === '{' ? 'key-or-end' : 'value-or-end';
  };

  const close = (found: string): Expected | null => {
    const bracket = open.pop();
    return found === (bracket === '{' ? '}' : ']') ? afterValue() : null;
  };

  const afterComma = (): Expected => (open.at(-1) === '{' ? 'key' : 'value');

  const value = (found: string): Expected | null => {
    if (found === '{' || found === '[') return start(found);
    return isScalar(found) ? afterValue() : null;
  };

  const next: Readonly<Record<Expected, (found: string) => Expected | null>> = {
    value,
    'value-or-end': (found) => (found === ']' ? close(found) : value(found)),
    key: (found) => (found.startsWith('"') ? 'colon' : null),
    'key-or-end': (found) => (found === '}' ? close(found) : next.key(found)),
    colon: (found) => (found === ':' ? 'value' : null),
    'comma-or-end': (found) => (found === ',' ? afterComma() : close(found)),
    end: () => null,
  };

  return (found: string): boolean => {
    const after = next[expected](found);
    if (after === null) return false;
    expected = after;
    return true;
  };
};

/** Where a text stops being JSON: `JSON.parse` says so for some mistakes only. */
export const syntaxErrorOffset = (text: string): number => {
  const accept = createReader();
  let offset = matchAt(space, text, 0).length;
  for (;;) {
    const found = matchAt(token, text, offset);
    if (found === '' || !accept(found)) return Math.min(offset, Math.max(0, text.length - 1));
    offset += found.length;
    offset += matchAt(space, text, offset).length;
  }
};
