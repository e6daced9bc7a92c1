import { type Document, LineCounter, isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';

/** A place in a text, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const start: Position = { line: 1, column: 1 };

const keyText = (key: unknown): string => String(isScalar(key) ? key.value : key);

const childOf = (node: unknown, key: PropertyKey): unknown => {
  if (isSeq(node)) return node.items[Number(key)];
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => keyText(pair.key) === String(key));
};

/** A pair is where its key stands, but goes on in its value. */
const inside = (document: Document, node: unknown): unknown => {
  const value = isPair(node) ? node.value : node;
  return isAlias(value) ? value.resolve(document) : value;
};

const offsetOf = (node: unknown): number | null => {
  const marked = isPair(node) ? node.key : node;
  const range = (marked as { range?: unknown } | null | undefined)?.range;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : null;
};

/** Where the thing at a path stands; where it is not there, where what should hold it stands. */
export const locate = (
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): Position => {
  let node: unknown = document.contents;
  let offset = offsetOf(node);
  for (const key of path) {
    const child = childOf(inside(document, node), key);
    if (child === undefined) break;
    node = child;
    offset = offsetOf(node) ?? offset;
  }
  return offset === null ? start : positionAt(lines, offset);
};

/** The line and column of an offset in the text. */
export const positionAt = (lines: LineCounter, offset: number): Position => {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? start : { line, column: col };
};
