// `npm start`: until there is a window, plays a scenario and tells what happens.
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import type { PlayableScenario } from '../../shared/scenario/format.ts';
import type { RuleSet } from '../../shared/policies.ts';
import { makeDataFolder } from '../scenario/data-folder.ts';
import { loadProjectFolder } from '../project/load-folder.ts';
import { type LoadResult, idsOfProject, loadScenario } from '../scenario/load.ts';
import { complain, endWithOutput, say } from '../scenario/output.ts';
import { type RunResult, runScenario, startOfTime } from '../scenario/run.ts';
import { type StartOptions, readStartArguments, startUsage } from '../scenario/start-arguments.ts';
import { type StoryLine, createStory } from '../scenario/story.ts';
import { tourOf } from '../scenario/tour.ts';
import { typedPath } from '../scenario/typed-in.ts';

const task = 'start';
const shippedFile = 'main/scenario/shipped/the-backend-is-down.pwscenario';

const styles = {
  step: 'bold',
  answer: 'cyan',
  why: 'dim',
  good: 'green',
  bad: 'red',
} as const satisfies Readonly<Record<StoryLine['kind'], Parameters<typeof styleText>[0]>>;

/** Colour only for people: not into a file or a pipe, and not with NO_COLOR. */
const coloured = ({ kind, text }: StoryLine): string => styleText(styles[kind], text);

const clockText = (at: number): string => {
  const days = Math.floor((at - startOfTime) / 86_400_000);
  const time = new Date(at).toISOString().slice(11, 19);
  return days === 0 ? time : `${time} (day ${String(days + 1)})`;
};

const tell = (at: number, lines: readonly StoryLine[]): void => {
  for (const [index, line] of lines.entries()) {
    const lead = index === 0 ? clockText(at) : '        ';
    const mark = line.kind === 'answer' ? '→ ' : '';
    say(`${lead}  ${coloured({ ...line, text: mark + line.text })}`);
  }
};

const tourThrough = (folder: string, user: string | undefined): LoadResult => {
  const loaded = loadProjectFolder(folder);
  if (!loaded.ok) return { ok: false, problems: [loaded.problem.message] };
  const { project } = loaded;
  const scenario = tourOf(project.name, [...idsOfProject(project).offerings], user);
  return { ok: true, scenario, project };
};

const load = ({ project, scenarioFile, user }: StartOptions): LoadResult => {
  if (project !== undefined) return tourThrough(typedPath(task, project), user);
  if (scenarioFile !== undefined) return loadScenario(typedPath(task, scenarioFile), scenarioFile);
  return loadScenario(fileURLToPath(new URL(`../../${shippedFile}`, import.meta.url)), shippedFile);
};

const folderProblem = ({ dataFolder }: StartOptions): string | null =>
  dataFolder === undefined ? null : makeDataFolder(typedPath(task, dataFolder));

const withUser = (scenario: PlayableScenario, user: string | undefined): PlayableScenario =>
  user === undefined ? scenario : { ...scenario, start: { ...scenario.start, user } };

const goOn = ({ project, scenarioFile }: StartOptions): void => {
  say('How to go on:');
  const file = scenarioFile ?? (project === undefined ? shippedFile : null);
  if (file !== null) say(`  npm run -s scenario -- ${file}`);
  say('  npm run -s scenario -- tests/scenarios     every scenario of this project');
  say('  npm start -- --rules android               the same under the rules of the Android SDK');
  say('  npm start -- --project PATH                a project folder of your own');
  say('  npm start -- --help');
};

const play = (
  scenario: PlayableScenario,
  loaded: LoadResult & { readonly ok: true },
  rules: RuleSet,
  { dataFolder, port }: StartOptions,
): Promise<RunResult> =>
  runScenario(
    { scenario, project: loaded.project },
    {
      rules,
      keepGoing: true,
      ...(dataFolder === undefined ? {} : { dataFolder: typedPath(task, dataFolder) }),
      ...(port === undefined ? {} : { port }),
      onStart: (stage) => {
        const { user } = scenario.start;
        const { origins } = stage.session.backend;
        say(styleText('bold', scenario.name));
        say(
          `Project ${loaded.project.name}, user ${user}, rules ${rules}, backend ${origins.api}.`,
        );
        say('The clock is a virtual one and starts at noon.');
        say();
        const story = createStory(stage);
        return (report) => {
          tell(report.at, story(report));
        };
      },
    },
  );

const start = async (options: StartOptions): Promise<0 | 1 | 2> => {
  const loaded = load(options);
  if (!loaded.ok) {
    for (const problem of loaded.problems) complain(problem);
    return 2;
  }
  const problem = folderProblem(options);
  if (problem !== null) {
    complain(problem);
    return 2;
  }
  const scenario = withUser(loaded.scenario, options.user);
  const result = await play(scenario, loaded, options.rules ?? scenario.rules, options);
  if (!result.ok) {
    complain(result.message);
    return 2;
  }
  const { checks, failures } = result;
  say();
  say(`${String(checks)} checks, ${String(failures.length)} failed.`);
  goOn(options);
  return failures.length === 0 ? 0 : 1;
};

const main = (): 0 | 2 | Promise<0 | 1 | 2> => {
  const request = readStartArguments(process.argv.slice(2));
  if (request.kind === 'run') return start(request.options);
  if (request.kind === 'refused') complain(request.sentence);
  else say(startUsage);
  return request.kind === 'refused' ? 2 : 0;
};

endWithOutput();
process.exitCode = await main();
