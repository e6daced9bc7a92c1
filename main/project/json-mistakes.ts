/** What may come next in JSON, by what is open and what came last. */
export type Expected =
  'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end';

export const isValueStart = (char: string): boolean => /["{[\w-]/.test(char);

const otherQuotes = ["'", '‘', '’', '“', '”', '`'];

/** What is wrong with a line where a text in quotes is broken, by the character that breaks it. */
export const wrongTextWords = (char: string | undefined): string =>
  char === '\\'
    ? 'has a backslash that means nothing (the character itself is written \\\\)'
    : 'has a text without its closing quotes, or with a line break or tab in it';

/** What a person has to mend in a line where something else was expected. */
export const unexpectedWords = (char: string, expected: Expected): string => {
  if (char === '/' || char === '#') return 'has a comment, which JSON does not know';
  if (otherQuotes.includes(char)) return 'has other quotes than the straight double ones';
  if (expected === 'end') return 'goes on after the end';
  if (char === '}' || char === ']') return 'has a bracket that does not fit there';
  if (expected === 'colon') return 'has a key without a colon after it';
  if (expected.startsWith('key')) return 'has a key that is not in double quotes';
  return expected.startsWith('value') && /[\w.+-]/.test(char)
    ? 'has a value that is neither in double quotes nor a number, true, false or null'
    : 'cannot be read';
};
