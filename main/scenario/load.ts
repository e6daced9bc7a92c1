import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { decodeOfferings } from '../../shared/model/offerings.ts';
import { decodeWorkflowsList } from '../../shared/model/workflows-list.ts';
import type {
  PlayableScenario,
  Problem,
  ProjectForm,
  Scenario,
} from '../../shared/scenario/format.ts';
import { type KnownIds, idsOfSpec } from '../../shared/scenario/known-ids.ts';
import { checkReferences } from '../../shared/scenario/references.ts';
import { largestScenarioBytes, unreadable } from '../../shared/scenario/file.ts';
import { hint } from '../../shared/scenario/say.ts';
import type { BackendOrigins, ServedProject } from '../backend/backend.ts';
import { createGeneratedProject } from '../backend/generated-project.ts';
import { loadDemoProject } from '../project/demo.ts';
import { loadProjectFolder } from '../project/load-folder.ts';
import { describeProblem } from '../store/problem.ts';
import { descriptionOf } from './describe.ts';
import { type FileProblem, parseScenario, problemText } from './parse.ts';

/** A scenario that can be played, with the project that it is played against. */
export interface LoadedScenario {
  readonly scenario: PlayableScenario;
  readonly project: ServedProject;
}

export type LoadResult =
  | ({ readonly ok: true } & LoadedScenario)
  /** Each is one line that names the file. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** A scenario as it stands in a file. */
export interface ScenarioText {
  readonly text: string;
  /** What paths in it start from; null: nobody knows where the file lies. */
  readonly folder: string | null;
}

export type LoadedText =
  | ({ readonly ok: true; readonly description: string | null } & LoadedScenario)
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

export type ReadText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

const refused = (message: string): ReadText => ({ ok: false, message });

/** Reads the text of a file; otherwise what stands behind its name says why not. */
export const readScenarioText = (file: string): ReadText => {
  try {
    if (statSync(file).size > largestScenarioBytes) return refused(unreadable.tooLarge);
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    if (error instanceof TypeError) return refused(unreadable.notText);
    return refused(`cannot be read: ${describeProblem(error)}`);
  }
};

type Served =
  | { readonly ok: true; readonly project: ServedProject }
  | { readonly ok: false; readonly message: string };

/** Any other word than `demo` is taken for a path. */
const noFolder = (written: string, folder: string): string =>
  `there is no folder ${folder}${hint(written.toLowerCase(), ['demo']) || ';'} a project is \`demo\`, a folder (its path, relative to this file), or a map with offerings and workflows`;

const noPlace = (written: string): string =>
  `a file that was dropped does not say where it lies, so the folder ${written} beside it cannot be found: open the file from disk (File, Open Scenario or Report…, or \`npm start -- FILE\`)`;

/** Loads what a scenario is played against, anew each time: it can be changed. */
export const serveProject = (form: ProjectForm, baseFolder: string | null): Served => {
  if (form.kind === 'generated') return { ok: true, project: createGeneratedProject(form.spec) };
  if (form.kind === 'demo') return { ok: true, project: loadDemoProject() };
  if (baseFolder === null && !path.isAbsolute(form.path))
    return { ok: false, message: noPlace(form.path) };
  const folder = path.resolve(baseFolder ?? '', form.path);
  if (!existsSync(folder)) return { ok: false, message: noFolder(form.path, folder) };
  const loaded = loadProjectFolder(folder);
  return loaded.ok ? loaded : { ok: false, message: loaded.problem.message };
};

/** Ids are the same wherever the backend listens. */
const nowhere: BackendOrigins = { api: '', cdn: 'http://127.0.0.1', fallback: '' };

/** The ids of a project that was loaded from files. */
const idsOfProject = (project: ServedProject): KnownIds => {
  const offerings = decodeOfferings(project.offerings(nowhere));
  const list = decodeWorkflowsList(project.list(nowhere));
  const offered = offerings.ok ? offerings.value.offerings : [];
  const listed = list.ok ? list.value.workflows : [];
  const offeringIds = new Set(offered.map(({ identifier }) => identifier));
  const listedIds = new Set<string>(listed.map(({ id }) => id));
  const others = [...project.knownIds()].filter((id) => !offeringIds.has(id));
  const mapped = listed.flatMap((item) => (item.offeringId === null ? [] : [item.offeringId]));
  return {
    listed: listedIds,
    workflows: new Set([...listedIds, ...others]),
    offerings: new Set([...offeringIds, ...mapped]),
  };
};

/** Every id that a project has from the start. */
export const knownIds = (form: ProjectForm, project: ServedProject): KnownIds =>
  form.kind === 'generated' ? idsOfSpec(form.spec) : idsOfProject(project);

const problemsOf = (scenario: Scenario, served: Served): readonly Problem[] =>
  served.ok
    ? checkReferences(scenario, knownIds(scenario.project, served.project))
    : [{ path: ['project'], message: served.message }];

/**
 * Windows would sign in at whatever machine is named there, as soon as it is asked whether there is
 * such a folder; and a scenario may come from anybody.
 */
const isOnNetwork = (form: ProjectForm): boolean =>
  form.kind === 'folder' && /^[\\/]{2}/.test(form.path);

const onNetwork =
  'a project is a folder of this machine, not one of the network: copy it beside this file, and name it by its relative path';

/** Reads a scenario, and loads the project that it is played against. */
export const loadScenarioText = ({ text, folder }: ScenarioText): LoadedText => {
  const result = parseScenario(text);
  if (!result.ok) return result;
  const { parsed } = result;
  const { scenario } = parsed;
  const served: Served = isOnNetwork(scenario.project)
    ? { ok: false, message: onNetwork }
    : serveProject(scenario.project, folder);
  const problems = problemsOf(scenario, served);
  if (!served.ok || problems.length > 0)
    return { ok: false, problems: parsed.locateProblems(problems) };
  return { ok: true, scenario, project: served.project, description: descriptionOf(text) };
};

/** Reads a scenario file and everything that it refers to; `shownAs` is how messages call it. */
export const loadScenario = (file: string, shownAs: string = file): LoadResult => {
  const read = readScenarioText(file);
  if (!read.ok) return { ok: false, problems: [`${shownAs} ${read.message}`] };
  const loaded = loadScenarioText({ text: read.text, folder: path.dirname(file) });
  if (loaded.ok) return loaded;
  return { ok: false, problems: loaded.problems.map((problem) => problemText(shownAs, problem)) };
};
