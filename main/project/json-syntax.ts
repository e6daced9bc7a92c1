import { endOfSpace, tokenAt } from './json-tokens.ts';
import { runAtOnce } from './slices.ts';
import { type Expected, isValueStart, unexpectedWords, wrongTextWords } from './json-mistakes.ts';

/** Why a text cannot be used as JSON, and where. */
export type SyntaxProblem =
  /** It is not JSON; `what` goes on after `line 3 `. */
  | { readonly kind: 'not-json'; readonly offset: number; readonly what: string }
  /** It is JSON, but what stands there would be lost or could not be served. */
  | {
      readonly kind: 'unusable';
      readonly offset: number;
      readonly place: string;
      readonly message: string;
    };

/** An object or list whose end has not come yet, and the member that is being read. */
interface Open {
  readonly bracket: '{' | '[';
  readonly keys: Set<string>;
  key: string;
  index: number;
}

/** Hears of each value: where it begins, and by which keys one comes to it. */
export type OnValue = (offset: number, place: () => string) => void;

/** JSON can be nested without end, but neither be served nor understood then. */
const mostLevels = 500;

/** A few milliseconds of work. */
const tokensPerStep = 20_000;

/** Reads a text from token to token, and stops at the first thing that is wrong. */
const createWalk = (text: string, onValue: OnValue) => {
  const open: Open[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  /** Where the last token began and ended. */
  let last = { start: 0, end: 0 };

  const place = (): string =>
    open.map(({ bracket, key, index }) => (bracket === '{' ? key : String(index))).join('.');

  const notJson = (at: number, what: string): SyntaxProblem => ({
    kind: 'not-json',
    offset: at,
    what,
  });

  const unexpected = (): SyntaxProblem => {
    const char = text[offset];
    if (char === undefined)
      return notJson(
        Math.max(0, last.end - 1),
        'is where it ends, although something is still open',
      );
    if ((char === '}' || char === ']') && text[last.start] === ',')
      return notJson(last.start, 'has a comma before a closing bracket');
    const isCommaMissing = expected === 'comma-or-end' && isValueStart(char);
    // Where it belongs, and not on the next line.
    if (isCommaMissing) return notJson(last.end - 1, 'lacks a comma');
    return notJson(offset, unexpectedWords(char, expected));
  };

  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'comma-or-end');

  const takeKey = (token: string): SyntaxProblem | null => {
    const top = open.at(-1);
    const key = JSON.parse(token) as string;
    if (top === undefined) return null;
    top.key = key;
    expected = 'colon';
    if (!top.keys.has(key)) {
      top.keys.add(key);
      return null;
    }
    const message = 'the key stands twice in the same object';
    return { kind: 'unusable', offset, place: place(), message };
  };

  const takeOpening = (bracket: '{' | '['): SyntaxProblem | null => {
    if (open.length === mostLevels) {
      const message = `it is nested deeper than ${String(mostLevels)} levels`;
      return { kind: 'unusable', offset, place: '', message };
    }
    open.push({ bracket, keys: new Set(), key: '', index: 0 });
    expected = bracket === '{' ? 'key-or-end' : 'value-or-end';
    return null;
  };

  const takeClosing = (token: string): SyntaxProblem | null => {
    const top = open.at(-1);
    const isAllowed = expected === 'comma-or-end' || expected.endsWith('-or-end');
    if (!isAllowed || token !== (top?.bracket === '{' ? '}' : ']')) return unexpected();
    open.pop();
    expected = afterValue();
    return null;
  };

  const takeComma = (): SyntaxProblem | null => {
    const top = open.at(-1);
    if (expected !== 'comma-or-end' || top === undefined) return unexpected();
    top.index += 1;
    expected = top.bracket === '{' ? 'key' : 'value';
    return null;
  };

  const takeColon = (): SyntaxProblem | null => {
    if (expected !== 'colon') return unexpected();
    expected = 'value';
    return null;
  };

  const takeValue = (token: string): SyntaxProblem | null => {
    if (expected !== 'value' && expected !== 'value-or-end') return unexpected();
    onValue(offset, place);
    if (token === '{' || token === '[') return takeOpening(token);
    expected = afterValue();
    return null;
  };

  const take = (token: string): SyntaxProblem | null => {
    if (token === '}' || token === ']') return takeClosing(token);
    if (token === ',') return takeComma();
    if (token === ':') return takeColon();
    return token.startsWith('"') && expected.startsWith('key') ? takeKey(token) : takeValue(token);
  };

  const readToken = (): string | SyntaxProblem => {
    const { end, wrongAt } = tokenAt(text, offset);
    if (wrongAt !== null) return notJson(wrongAt, wrongTextWords(text[wrongAt]));
    return end === offset ? unexpected() : text.slice(offset, end);
  };

  const step = (): SyntaxProblem | null => {
    const token = readToken();
    if (typeof token !== 'string') return token;
    const problem = take(token);
    last = { start: offset, end: offset + token.length };
    offset = endOfSpace(text, last.end);
    return problem;
  };

  return function* (): Generator<undefined, SyntaxProblem | null> {
    offset = endOfSpace(text, 0);
    for (let count = 1; ; count += 1) {
      if (offset === text.length && expected === 'end') return null;
      const problem = step();
      if (problem !== null) return problem;
      if (count % tokensPerStep === 0) yield;
    }
  };
};

/** As `findSyntaxProblem`, with steps between which others may have a turn. */
export const lookForSyntaxProblem = (text: string): Generator<undefined, SyntaxProblem | null> =>
  createWalk(text, () => undefined)();

/** What is wrong with a text as JSON; null: `JSON.parse` takes it, and nothing in it is lost. */
export const findSyntaxProblem = (text: string): SyntaxProblem | null =>
  runAtOnce(lookForSyntaxProblem(text));

/**
 * Where the value at a place begins (`steps.a.screen_id`), or the one around it where there is none.
 * Only for text that is JSON.
 */
export const offsetOf = (text: string, place: string): number => {
  let best = { length: -1, offset: 0 };
  const walk = createWalk(text, (offset, placeOf) => {
    const here = placeOf();
    const isOnTheWay = here === '' || here === place || place.startsWith(`${here}.`);
    if (isOnTheWay && here.length > best.length) best = { length: here.length, offset };
  });
  runAtOnce(walk());
  return best.offset;
};
