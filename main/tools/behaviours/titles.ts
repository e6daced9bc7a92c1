import ts from 'typescript';
import { parseDocument } from 'yaml';

const TEST_FUNCTIONS: ReadonlySet<string> = new Set(['it', 'test', 'describe']);

/** Modifiers that keep a test from running: what it would establish, it does not. */
const NOT_RUN: ReadonlySet<string> = new Set(['skip', 'todo', 'fixme']);

/**
 * The titles of the tests and groups in a test file, as far as they are written out: a table of
 * titles, or one that is put together, is not followed.
 */
export function readTestTitles(source: string): string[] {
  const file = ts.createSourceFile('titles.test.ts', source, ts.ScriptTarget.Latest);
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) ? titleOf(node) : null;
    if (title === SKIPPED) return;
    if (title !== null) titles.push(title);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return titles;
}

/** Stands for a group or test that does not run, whose inside does not count either. */
const SKIPPED = Symbol('skipped');

function titleOf(call: ts.CallExpression): string | typeof SKIPPED | null {
  const [name, ...modifiers] = calledNames(call.expression);
  const [title] = call.arguments;
  if (name === undefined || !TEST_FUNCTIONS.has(name) || title === undefined) return null;
  if (!ts.isStringLiteralLike(title)) return null;
  return modifiers.some((modifier) => NOT_RUN.has(modifier)) ? SKIPPED : title.text;
}

/** `it.skipIf(isWindows)` and ``it.each`…` `` → `it` and its modifiers. */
function calledNames(expression: ts.Expression): string[] {
  if (ts.isIdentifier(expression)) return [expression.text];
  if (ts.isCallExpression(expression)) return calledNames(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return calledNames(expression.tag);
  if (!ts.isPropertyAccessExpression(expression)) return [];
  return [...calledNames(expression.expression), expression.name.text];
}

/** The name of a scenario file; none where it cannot be read, which its own run reports. */
export function readScenarioName(source: string): string[] {
  const name: unknown = parseDocument(source).get('name');
  return typeof name === 'string' ? [name] : [];
}
