import { type Document, LineCounter, parseDocument } from 'yaml';
import {
  type Problem,
  type Scenario,
  decodeScenario,
  pathText,
} from '../../shared/scenario/format.ts';
import { type Position, locate, positionAt } from './positions.ts';
import { noteRepeatedKeys } from './repeated-keys.ts';
import { syntaxProblems } from './syntax.ts';

/** Something that makes a file unusable, as one line says it. */
export interface FileProblem extends Position {
  /** The keys that lead there; empty where it is about the whole file. */
  readonly key: string;
  readonly message: string;
}

/** A scenario that was read, and where its parts stand in the text. */
export interface ParsedScenario {
  readonly scenario: Scenario;
  locateProblems(problems: readonly Problem[]): readonly FileProblem[];
}

export type ParseResult =
  | { readonly ok: true; readonly parsed: ParsedScenario }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Anchors may be used again, but not so often that a small file becomes a large value. */
const maxAliasCount = 100;

const wholeFile = (message: string): ParseResult => ({
  ok: false,
  problems: [{ line: 1, column: 1, key: '', message }],
});

const tooDeep = 'the file is nested too deeply';
/** Nobody reads more at once. */
const mostProblems = 30;

const saySyntax = (
  document: Document.Parsed,
  text: string,
  lines: LineCounter,
): readonly FileProblem[] =>
  syntaxProblems(document, text).map(({ offset, message }) => ({
    ...positionAt(lines, offset),
    key: '',
    message: message.startsWith('Maximum call stack') ? tooDeep : message,
  }));

const byPosition = (left: Position, right: Position): number =>
  left.line - right.line || left.column - right.column;

/** Reads the text, or throws what the library throws for one that is nested too deeply. */
const parseText = (text: string): ParseResult => {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    // The library compares each key with each: a file with nothing but keys takes minutes.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  noteRepeatedKeys(document);
  const syntax = saySyntax(document, text, lines);
  if (syntax.length > 0) return { ok: false, problems: syntax };
  if (document.contents === null) return wholeFile('the file is empty');
  const locateProblems = (problems: readonly Problem[]): readonly FileProblem[] =>
    problems
      .map(({ path, message }) => ({
        ...locate(document, lines, path),
        key: pathText(path),
        message,
      }))
      .toSorted(byPosition)
      .slice(0, mostProblems);
  const decoded = decodeScenario(document.toJS({ maxAliasCount }));
  return decoded.ok
    ? { ok: true, parsed: { scenario: decoded.scenario, locateProblems } }
    : { ok: false, problems: locateProblems(decoded.problems) };
};

const aliasMessage = ({ message }: ReferenceError): string => {
  const name = /^Unresolved alias .*: (.+)$/s.exec(message)?.[1];
  return name === undefined
    ? `the anchors of the file are used more often than ${String(maxAliasCount)} times`
    : `there is no anchor \`&${name}\` before \`*${name}\``;
};

/** Reads a scenario from YAML or JSON text; the ids and names in it are not looked up yet. */
export const parseScenario = (text: string): ParseResult => {
  try {
    return parseText(text);
  } catch (error) {
    if (error instanceof ReferenceError) return wholeFile(aliasMessage(error));
    if (error instanceof RangeError) return wholeFile(tooDeep);
    throw error;
  }
};

/** `FILE:LINE:COLUMN: KEY: MESSAGE`. */
export const problemText = (file: string, { line, column, key, message }: FileProblem): string =>
  `${file}:${String(line)}:${String(column)}: ${key === '' ? '' : `${key}: `}${message}`;
