import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, type Node, type Pair, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type Decoded, parseJson } from '../../shared/model/decode.ts';
import { type Json, isJsonObject } from '../backend/json.ts';
import { ProjectProblemError } from './problem.ts';
import { syntaxErrorOffset } from './json-syntax.ts';

/** A project's JSON file that was read, and a way to say what is wrong with it. */
export interface JsonFile {
  readonly value: Json;
  /** Throws where the decoder refuses the value, naming the place that it names. */
  check(decode: (value: unknown) => Decoded<unknown>): void;
  /** A problem at a place, written as the decoders write it. */
  problemAt(place: string, message: string): ProjectProblemError;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const readText = (folder: string, file: string): string => {
  const bytes = readFileSync(path.join(folder, file));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProjectProblemError({ file, message: `${file} is not UTF-8 text.` });
  }
};

const notJson = (file: string, text: string): ProjectProblemError => {
  const line = lineAt(text, syntaxErrorOffset(text));
  return new ProjectProblemError({
    file,
    line,
    message: `${file} is not JSON: line ${String(line)} cannot be read.`,
  });
};

interface Child {
  readonly key: string;
  readonly node: Node | null;
}

const childrenOf = (node: Node): readonly Child[] => {
  if (isMap(node))
    return node.items.map(({ key, value }: Pair) => ({
      key: String(isScalar(key) ? key.value : key),
      node: value as Node | null,
    }));
  return isSeq(node)
    ? node.items.map((item, index) => ({ key: String(index), node: item as Node | null }))
    : [];
};

/**
 * The deepest node that the place leads to. A key may have dots in it, so the keys that are there
 * decide where the place is cut; a missing key leads to where it is missing.
 */
const nodeAt = (root: Node, place: string): Node => {
  let node = root;
  let rest = `${place}.`;
  for (;;) {
    const found = childrenOf(node).find(({ key }) => rest.startsWith(`${key}.`));
    if (found?.node == null) return node;
    node = found.node;
    rest = rest.slice(found.key.length + 1);
  }
};

/** Deeply nested JSON is more than the YAML parser can take: then there is no line. */
const lineOf = (text: string, place: string): number | null => {
  try {
    const lineCounter = new LineCounter();
    const { contents } = parseDocument(text, { lineCounter, schema: 'json', uniqueKeys: false });
    const offset = contents === null ? null : nodeAt(contents, place).range?.[0];
    return offset == null ? null : lineCounter.linePos(offset).line;
  } catch {
    return null;
  }
};

/** A decoder's problem is `place: what is wrong`, or only what is wrong. */
const split = (problem: string): readonly [place: string, message: string] => {
  const end = problem.indexOf(': ');
  return end < 0 ? ['', problem] : [problem.slice(0, end), problem.slice(end + 2)];
};

const createFile = (file: string, text: string, value: Json): JsonFile => {
  const problemAt = (place: string, message: string): ProjectProblemError => {
    const line = lineOf(text, place);
    const where = line === null ? file : `${file}, line ${String(line)}`;
    return new ProjectProblemError({
      file,
      ...(line === null ? {} : { line }),
      ...(place === '' ? {} : { place }),
      message: `${where}${place === '' ? '' : `, ${place}`}: ${message.replace(/\.?$/, '.')}`,
    });
  };
  return Object.freeze({
    value,
    problemAt,
    check: (decode: (value: unknown) => Decoded<unknown>) => {
      const decoded = decode(value);
      if (!decoded.ok) throw problemAt(...split(decoded.problem));
    },
  });
};

/** Reads a file of the project; throws what the file system throws, and for what is not JSON. */
export const readJsonFile = (folder: string, file: string): JsonFile => {
  const text = readText(folder, file);
  const parsed = parseJson(text);
  if (!parsed.ok) throw notJson(file, text);
  if (!isJsonObject(parsed.value))
    throw new ProjectProblemError({ file, line: 1, message: `${file} is not a JSON object.` });
  return createFile(file, text, parsed.value);
};
