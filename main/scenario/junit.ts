import path from 'node:path';
import { type FileResult, failureText } from './result.ts';

/** Characters that XML cannot hold in any spelling. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(impossible, '\ufffd')
    .replace(/[&<>"'\n\r\t]/g, (character) => entities[character] ?? character);

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

/** The folder as a class name: its parts with dots between them, as readers group by. */
const className = (file: string): string =>
  path
    .dirname(file)
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('.') || 'scenarios';

const outcomeLines = (result: FileResult): readonly string[] => {
  if (result.kind === 'unusable') {
    const [message = 'unusable'] = result.problems;
    return [`<error${attributes({ message })}>${escaped(result.problems.join('\n'))}</error>`];
  }
  return result.failures.map((failure) => {
    const message = failureText(failure);
    return `<failure${attributes({ message })}>${escaped(message)}</failure>`;
  });
};

const caseLines = (result: FileResult): readonly string[] => {
  const head = `testcase${attributes({
    name: result.kind === 'played' ? result.name : path.basename(result.file),
    classname: className(result.file),
    file: result.file,
    time: result.seconds.toFixed(3),
  })}`;
  const outcomes = outcomeLines(result);
  if (outcomes.length === 0) return [`    <${head}/>`];
  return [`    <${head}>`, ...outcomes.map((line) => `      ${line}`), '    </testcase>'];
};

const counts = (results: readonly FileResult[]): Readonly<Record<string, string | number>> => ({
  tests: results.length,
  failures: results.filter((result) => result.kind === 'played' && result.failures.length > 0)
    .length,
  errors: results.filter(({ kind }) => kind === 'unusable').length,
  time: results.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3),
});

const suiteLines = (name: string, results: readonly FileResult[]): readonly string[] => [
  `  <testsuite${attributes({ name, ...counts(results) })}>`,
  ...results.flatMap(caseLines),
  '  </testsuite>',
];

/** The results as JUnit XML, one suite for each folder. */
export const junitXml = (results: readonly FileResult[]): string => {
  const suites = Map.groupBy(results, ({ file }) => className(file));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes(counts(results))}>`,
    ...[...suites].flatMap(([name, members]) => suiteLines(name, members)),
    '</testsuites>',
    '',
  ].join('\n');
};
