import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { decodeOfferings } from '../../shared/model/offerings.ts';
import { decodeWorkflowsList } from '../../shared/model/workflows-list.ts';
import type { PlayableScenario, ProjectForm } from '../../shared/scenario/format.ts';
import { type KnownIds, idsOfSpec } from '../../shared/scenario/known-ids.ts';
import { checkReferences } from '../../shared/scenario/references.ts';
import { hint } from '../../shared/scenario/say.ts';
import type { BackendOrigins, ServedProject } from '../backend/backend.ts';
import { createGeneratedProject } from '../backend/generated-project.ts';
import { loadDemoProject } from '../project/demo.ts';
import { loadProjectFolder } from '../project/load-folder.ts';
import { describeProblem } from '../store/problem.ts';
import { type FileProblem, type ParsedScenario, parseScenario, problemText } from './parse.ts';

/** A scenario that can be played, with the project that it is played against. */
export interface LoadedScenario {
  readonly scenario: PlayableScenario;
  readonly project: ServedProject;
}

export type LoadResult =
  | ({ readonly ok: true } & LoadedScenario)
  /** Each is one line that names the file. */
  | { readonly ok: false; readonly problems: readonly string[] };

const largestFileBytes = 1_000_000;

type Read =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

const refused = (message: string): Read => ({ ok: false, message });

const readText = (file: string): Read => {
  try {
    if (statSync(file).size > largestFileBytes)
      return refused(`is larger than ${String(largestFileBytes / 1_000_000)} MB`);
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    if (error instanceof TypeError) return refused('is not text in UTF-8');
    return refused(`cannot be read: ${describeProblem(error)}`);
  }
};

type Served =
  | { readonly ok: true; readonly project: ServedProject }
  | { readonly ok: false; readonly message: string };

/** Any other word than `demo` is taken for a path. */
const noFolder = (written: string, folder: string): string =>
  `there is no folder ${folder}${hint(written.toLowerCase(), ['demo']) || ';'} a project is \`demo\`, a folder (its path, relative to this file), or a map with offerings and workflows`;

const serve = (form: ProjectForm, baseFolder: string): Served => {
  if (form.kind === 'generated') return { ok: true, project: createGeneratedProject(form.spec) };
  if (form.kind === 'demo') return { ok: true, project: loadDemoProject() };
  const folder = path.resolve(baseFolder, form.path);
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

const knownIds = (form: ProjectForm, project: ServedProject): KnownIds =>
  form.kind === 'generated' ? idsOfSpec(form.spec) : idsOfProject(project);

const unusable = (file: string, problems: readonly FileProblem[]): LoadResult => ({
  ok: false,
  problems: problems.map((problem) => problemText(file, problem)),
});

const withProject = (file: string, parsed: ParsedScenario, project: ServedProject): LoadResult => {
  const { scenario } = parsed;
  const problems = checkReferences(scenario, knownIds(scenario.project, project));
  if (problems.length > 0) return unusable(file, parsed.locateProblems(problems));
  return { ok: true, scenario, project };
};

/** Reads a scenario file and everything that it refers to; `shownAs` is how messages call it. */
export const loadScenario = (file: string, shownAs: string = file): LoadResult => {
  const read = readText(file);
  if (!read.ok) return { ok: false, problems: [`${shownAs} ${read.message}`] };
  const result = parseScenario(read.text);
  if (!result.ok) return unusable(shownAs, result.problems);
  const { parsed } = result;
  const served = serve(parsed.scenario.project, path.dirname(file));
  if (served.ok) return withProject(shownAs, parsed, served.project);
  const problem = { path: ['project'], message: served.message };
  return unusable(shownAs, parsed.locateProblems([problem]));
};
