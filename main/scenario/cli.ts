// `npm run -s scenario -- FILE_OR_FOLDER...`: plays scenario files and says what did not hold.
import { writeFileSync } from 'node:fs';
import { type CliOptions, readArguments, usage } from './arguments.ts';
import { type ScenarioFile, findScenarioFiles } from './find-files.ts';
import { junitXml } from './junit.ts';
import { loadScenario } from './load.ts';
import { describeProblem } from '../store/problem.ts';
import { complain, obey, say } from './output.ts';
import { type FileResult, resultJson, resultLine, statusOf, summaryLine } from './result.ts';
import { runScenario } from './run.ts';
import { typedIn, typedPath } from './typed-in.ts';

const task = 'scenario';

/** What hinders every file alike: no port, no place for temporary files. */
interface HostProblem {
  readonly kind: 'host-problem';
  readonly message: string;
}

const play = async (
  { path: file, shownAs }: ScenarioFile,
  options: CliOptions,
): Promise<FileResult | HostProblem> => {
  const startedAt = performance.now();
  const about = () => ({ file: shownAs, seconds: (performance.now() - startedAt) / 1_000 });
  const loaded = loadScenario(file, shownAs);
  if (!loaded.ok) return { kind: 'unusable', problems: loaded.problems, ...about() };
  const { name, rules: ownRules } = loaded.scenario;
  const rules = options.rules ?? ownRules;
  const { keepGoing } = options;
  const result = await runScenario(loaded, { rules, keepGoing, hasProcess: true });
  if (!result.ok) return { kind: 'host-problem', message: result.message };
  const { checks, failures, timeline } = result;
  return { kind: 'played', name, rules, checks, failures, timeline, ...about() };
};

const report = (result: FileResult, isJson: boolean): void => {
  if (result.kind === 'unusable') for (const problem of result.problems) complain(problem);
  if (isJson) say(resultJson(result));
  else if (result.kind === 'played') say(resultLine(result));
};

interface Inputs {
  readonly files: readonly ScenarioFile[];
  readonly areAllThere: boolean;
}

/** What cannot be found is told at once; the rest is played all the same. */
const findInputs = (inputs: readonly string[]): Inputs => {
  const found = inputs.map((input) => findScenarioFiles(input, typedIn(task)));
  for (const result of found) if (!result.ok) complain(result.message);
  const files = found.flatMap((result) => (result.ok ? result.files : []));
  const unique = new Map(files.map((file) => [file.path, file]));
  return { files: [...unique.values()], areAllThere: found.every(({ ok }) => ok) };
};

type Status = 0 | 1 | 2;

const writeJunit = (file: string, results: readonly FileResult[]): Status => {
  try {
    writeFileSync(typedPath(task, file), junitXml(results));
    return 0;
  } catch (error) {
    complain(`${file} cannot be written: ${describeProblem(error)}.`);
    return 2;
  }
};

const worst = (...statuses: Status[]): Status => {
  if (statuses.includes(2)) return 2;
  return statuses.includes(1) ? 1 : 0;
};

const run = async (options: CliOptions): Promise<Status> => {
  const { files, areAllThere } = findInputs(options.inputs);
  const results: FileResult[] = [];
  let status: Status = areAllThere ? 0 : 2;
  for (const file of files) {
    const result = await play(file, options);
    if (result.kind === 'host-problem') {
      complain(result.message);
      status = 2;
      break;
    }
    report(result, options.isJson);
    results.push(result);
  }
  if (!options.isJson) say(summaryLine(results));
  const written = options.junitFile === undefined ? 0 : writeJunit(options.junitFile, results);
  return worst(status, statusOf(results), written);
};

await obey(readArguments(process.argv.slice(2)), usage, run);
