import { type Decoded, parseJson } from '../../shared/model/decode.ts';
import { type Json, isJsonObject } from '../backend/json.ts';
import { type SyntaxProblem, lookForSyntaxProblem, offsetOf } from './json-syntax.ts';
import { decoderWords } from './json-words.ts';
import { ProjectProblemError } from './problem.ts';
import { readProjectText } from './project-text.ts';
import { runAtOnce } from './slices.ts';

/** A project's JSON file that was read, and a way to say what is wrong with it. */
export interface JsonFile {
  readonly value: Json;
  /** Throws where the decoder refuses the value, naming the place that it names. */
  check(decode: (value: unknown) => Decoded<unknown>): void;
  /** A problem at a place, written as the decoders write it. */
  problemAt(place: string, message: string): ProjectProblemError;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Keys come from the file: a line break in one must not tear the message apart. */
const onOneLine = (place: string): string =>
  JSON.stringify(place).slice(1, -1).replaceAll('\\"', '"');

const located = (
  file: string,
  line: number,
  place: string,
  message: string,
): ProjectProblemError => {
  const shown = onOneLine(place);
  const at = `${file}, line ${String(line)}${shown === '' ? '' : `, ${shown}`}`;
  return new ProjectProblemError({
    file,
    line,
    ...(shown === '' ? {} : { place: shown }),
    message: `${at}: ${message.replace(/\.?$/, '.')}`,
  });
};

const ofSyntax = (file: string, text: string, problem: SyntaxProblem): ProjectProblemError => {
  const line = lineAt(text, problem.offset);
  if (problem.kind === 'unusable') return located(file, line, problem.place, problem.message);
  const message = `${file} is not JSON: line ${String(line)} ${problem.what}.`;
  return new ProjectProblemError({ file, line, message });
};

const createFile = (file: string, text: string, value: Json): JsonFile => {
  const problemAt = (place: string, message: string): ProjectProblemError =>
    located(file, lineAt(text, offsetOf(text, place)), place, message);
  return Object.freeze({
    value,
    problemAt,
    check: (decode: (value: unknown) => Decoded<unknown>) => {
      const decoded = decode(value);
      if (!decoded.ok) throw problemAt(...decoderWords(decoded.problem, value));
    },
  });
};

const parse = function* (file: string, text: string): Generator<undefined, JsonFile> {
  if (text.trim() === '') throw new ProjectProblemError({ file, message: `${file} is empty.` });
  const syntax = yield* lookForSyntaxProblem(text);
  if (syntax !== null) throw ofSyntax(file, text, syntax);
  yield;
  const parsed = parseJson(text);
  if (!parsed.ok) throw new ProjectProblemError({ file, message: `${file} is not JSON.` });
  if (!isJsonObject(parsed.value))
    throw new ProjectProblemError({
      file,
      line: 1,
      message: `${file} is not a JSON object: it must begin with {.`,
    });
  return createFile(file, text, parsed.value);
};

/** Takes the text of a file; throws a `ProjectProblemError` where it is no JSON object. */
export const parseJsonFile = (file: string, text: string): JsonFile => runAtOnce(parse(file, text));

/** Reads a file of the project; throws a `ProjectProblemError` where it is no JSON object. */
export const readJsonFile = function* (
  folder: string,
  file: string,
): Generator<undefined, JsonFile> {
  const text = readProjectText(folder, file);
  yield;
  return yield* parse(file, text);
};
