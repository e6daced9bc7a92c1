import { type Document, type YAMLError, isCollection, isScalar, visit } from 'yaml';
import { quoted, shown } from '../../shared/scenario/say.ts';

/** What is wrong with the YAML of a text, as people say it who never read what YAML is. */
export interface SyntaxProblem {
  readonly offset: number;
  readonly message: string;
}

/** Of the same mistake, the first few lines; other mistakes mostly follow from the first. */
const mostProblems = 3;

const closerOf: Readonly<Record<string, string>> = { '{': '}', '[': ']', '"': '"', "'": "'" };

/** Where the quote or bracket stands that is still open at an offset. */
const openedBefore = (document: Document.Parsed, text: string, end: number): number | null => {
  let opened: number | null = null;
  visit(document, (_, node) => {
    if (!isCollection(node) && !isScalar(node)) return;
    const [from, to] = node.range ?? [];
    if (from !== undefined && to === end && (text[from] ?? '') in closerOf) opened = from;
  });
  return opened;
};

const unclosed = (text: string, opened: number): SyntaxProblem => {
  const opener = text[opened] ?? '';
  const closer = closerOf[opener] ?? '';
  const missing = opener === closer ? 'the second one' : quoted(closer);
  return {
    offset: opened,
    message: `this ${quoted(opener)} is never closed: ${missing} is missing`,
  };
};

/** The first line of what an error is about. */
const firstLine = (text: string, [from, to]: readonly [number, number]): string =>
  (text.slice(from, to).split('\n')[0] ?? '').trim();

const keyAt = (text: string, offset: number): string =>
  /^(?:"[^"]*"|'[^']*'|[^\s:,{}]+)/.exec(text.slice(offset, offset + 200))?.[0] ?? '';

const unexpected = (error: YAMLError, text: string): string => {
  const found = firstLine(text, error.pos);
  if (error.message.includes('on same line with key'))
    return 'a list begins on the line after its key: no `-` can stand here';
  if (Object.values(closerOf).includes(found))
    return `${quoted(found)} closes nothing: it is one too many, or what it closes was never opened`;
  return `${shown(found)} does not belong here: what stands before it has ended (a text with quotes in it stands in quotes of the other kind)`;
};

const indented = (message: string): string =>
  message.includes('sequence')
    ? 'this `-` is indented differently from those beside it: the entries of one list begin at the same column'
    : 'this key is indented differently from those beside it: the keys of one map begin at the same column, and an entry of a list begins with a `-` and a space';

const twoKeys =
  'only one key can stand on a line: text with a colon and a space in it stands in quotes, a map on one line in { }';
const twoValues = 'a key has one value: this one, or what is indented below it';
const unfitting =
  'this does not fit what stands above it: the entries of one list begin with a `-` and a space at the same column, the keys of one map at theirs';
const noColon = (key: string): string =>
  key === ''
    ? 'a key is missing here: text that begins with a sign such as > | & or ! stands in quotes'
    : `${shown(key)} is no key: a key ends with a colon, and after that comes a space or the next line`;

/** Two words of the library for one mistake: a key that goes on in the next line. */
const goesOn = (error: YAMLError, all: readonly YAMLError[]): boolean =>
  all.some(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === error.pos[0]);

const words: Readonly<
  Record<string, (error: YAMLError, text: string, all: readonly YAMLError[]) => string>
> = {
  TAB_AS_INDENT: () => 'a tab stands at the start of this line: only spaces can indent',
  BAD_INDENT: ({ message }) => indented(message),
  BAD_SCALAR_START: ({ pos }, text) => {
    const start = text[pos[0]] ?? '';
    return start === '>'
      ? 'a number with >= or <= stands in quotes, as in ">= 2"'
      : `text that begins with ${start === '`' ? 'a backtick' : quoted(start)} stands in quotes`;
  },
  BAD_DQ_ESCAPE: ({ pos }, text) =>
    `${quoted(text.slice(pos[0], pos[0] + 2))} means nothing in double quotes: single quotes take it as it is`,
  BLOCK_AS_IMPLICIT_KEY: (error, _, all) => {
    if (!error.message.startsWith('Nested')) return unfitting;
    return goesOn(error, all) ? twoValues : twoKeys;
  },
  BLOCK_IN_FLOW: () => 'between what stands in { } or [ ] there are commas: one is missing here',
  DUPLICATE_KEY: ({ pos }, text) =>
    `the key ${quoted(keyAt(text, pos[0]))} is there already: a map has each key once`,
  MISSING_CHAR: ({ pos, message }, text) =>
    message.includes('-') ? 'a `-` is missing here' : noColon(firstLine(text, pos)),
  MULTILINE_IMPLICIT_KEY: ({ pos }, text) => noColon(firstLine(text, pos)),
  MULTIPLE_DOCS: () => 'a file holds one scenario: with `---` a second one would begin',
  TAG_RESOLVE_FAILED: () => 'text that begins with `!` stands in quotes',
  UNEXPECTED_TOKEN: unexpected,
};

const isUnclosed = ({ code, message }: YAMLError): boolean =>
  message.includes('end with a') || (code === 'MISSING_CHAR' && message.includes('closing'));

/** Errors may begin in the blanks before what they are about. */
const afterBlanks = (text: string, offset: number): number =>
  offset + (/^\s*/.exec(text.slice(offset))?.[0].length ?? 0);

const problemOf = (
  error: YAMLError,
  text: string,
  document: Document.Parsed,
  all: readonly YAMLError[],
): SyntaxProblem => {
  const opened = isUnclosed(error) ? openedBefore(document, text, error.pos[0]) : null;
  if (opened !== null) return unclosed(text, opened);
  const message = words[error.code]?.(error, text, all) ?? error.message.replace(/\s+/g, ' ');
  const isTab = error.code === 'TAB_AS_INDENT';
  return { offset: isTab ? error.pos[0] : afterBlanks(text, error.pos[0]), message };
};

/** What hinders reading a text at all; empty where nothing does. */
export const syntaxProblems = (
  document: Document.Parsed,
  text: string,
): readonly SyntaxProblem[] => {
  const all = [...document.errors, ...document.warnings];
  const [first] = all;
  if (first === undefined) return [];
  const alike = all.filter(({ code, message }) => code === first.code && message === first.message);
  // Where one thing stands wrong, so does all that comes after it.
  const own = first.code === 'UNEXPECTED_TOKEN' ? [first] : alike;
  return own.slice(0, mostProblems).map((error) => problemOf(error, text, document, all));
};
