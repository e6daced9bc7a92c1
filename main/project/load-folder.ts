import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { decodeOfferingsValue } from '../../shared/model/offerings.ts';
import { decodeWorkflowValue } from '../../shared/model/workflow.ts';
import { decodeWorkflowsListValue } from '../../shared/model/workflows-list.ts';
import { type Json, isJsonObject } from '../backend/json.ts';
import {
  type ProjectSource,
  type WorkflowEdit,
  type WorkflowEntry,
  idsOf,
} from '../backend/project-source.ts';
import { createServedProject } from '../backend/served-project.ts';
import { describeProblem, systemCode } from '../store/problem.ts';
import { usedAssetPaths, withAssetAddresses } from './asset-addresses.ts';
import { readAsset } from './folder-assets.ts';
import { folderOfferings } from './folder-offerings.ts';
import { type JsonFile, readJsonFile } from './json-file.ts';
import { type LoadedProject, ProjectProblemError } from './problem.ts';
import { look } from './project-text.ts';

const offeringsFile = 'offerings.json';
const listFile = 'workflows.json';
const workflowsFolder = 'workflows';

/** The file of a workflow: its id, percent-encoded where a file name could not hold it. */
const workflowFile = (id: string): string => `${workflowsFolder}/${encodeURIComponent(id)}.json`;

const isThere = (folder: string, file: string): boolean =>
  look(path.join(folder, file)).kind !== 'nothing';

const checkFolder = (folder: string): void => {
  const problem = (message: string): ProjectProblemError =>
    new ProjectProblemError({ file: folder, message });
  const found = look(folder);
  if (found.kind === 'nothing') throw problem(`There is no folder ${folder}.`);
  if (found.kind === 'file') throw problem(`${folder} is a file, not a project folder.`);
  if (!statSync(folder).isDirectory()) throw problem(`${folder} is not a folder.`);
  // Fails where the folder may not be looked into.
  readdirSync(folder);
  const missing = [offeringsFile, listFile].filter((file) => !isThere(folder, file));
  if (missing.length > 0)
    throw problem(`${folder} is not a project folder: there is no ${missing.join(' and no ')}.`);
};

const edited = (body: Json, { revision, answersAs }: WorkflowEdit): Json => {
  const metadata = isJsonObject(body['metadata']) ? body['metadata'] : {};
  return {
    ...body,
    ...(answersAs === undefined ? {} : { id: answersAs }),
    ...(revision === undefined ? {} : { metadata: { ...metadata, revision } }),
  };
};

/** A project folder whose list was read. */
interface ListedFolder {
  readonly folder: string;
  readonly list: JsonFile;
  /** What there is in the folder of workflows. */
  readonly fileNames: readonly string[];
}

/** How alike two names are for a person; and on some disks they are the same. */
const folded = (name: string): string => {
  try {
    return decodeURIComponent(name).normalize('NFC').toLowerCase();
  } catch {
    return name.normalize('NFC').toLowerCase();
  }
};

/** Where there is no such folder, what is missing is told for the entry that needs it. */
const workflowFileNames = (folder: string): readonly string[] => {
  try {
    return readdirSync(path.join(folder, workflowsFolder));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return [];
    const message = `${workflowsFolder} cannot be read: ${describeProblem(error)}.`;
    throw new ProjectProblemError({ file: workflowsFolder, message });
  }
};

const missingWords = (file: string, fileNames: readonly string[]): string => {
  const name = path.basename(file);
  const other = fileNames.find((found) => folded(found) === folded(name));
  return other === undefined
    ? `there is no ${file}: add it, or remove the entry`
    : `there is no ${file}, only a ${workflowsFolder}/${other}: the names must be the same`;
};

const readWorkflow = (
  { folder, list, fileNames }: ListedFolder,
  id: string,
  place: string,
): Json => {
  if (!id.isWellFormed()) throw list.problemAt(place, 'the id is not readable text');
  const file = workflowFile(id);
  // By its exact name, also on a disk that takes `WF_A.json` for `wf_a.json`.
  if (!fileNames.includes(path.basename(file)))
    throw list.problemAt(place, missingWords(file, fileNames));
  const workflow = readJsonFile(folder, file);
  workflow.check(decodeWorkflowValue);
  return workflow.value;
};

const deliveryOf = (list: JsonFile, item: Json, place: string): 'inline' | 'cdn' => {
  const delivery = item['delivery'] ?? 'inline';
  if (delivery === 'inline' || delivery === 'cdn') return delivery;
  throw list.problemAt(`${place}.delivery`, 'the delivery is neither "inline" nor "cdn"');
};

/** A workflow, and the CDN paths of the files that its screens use. */
interface FolderWorkflow {
  readonly entry: WorkflowEntry;
  readonly assetPaths: ReadonlySet<string>;
}

const entryOf = (raw: Json, delivery: WorkflowEntry['delivery'], body: Json): WorkflowEntry => {
  const item = Object.fromEntries(Object.entries(raw).filter(([key]) => key !== 'delivery'));
  return Object.freeze({
    id: String(raw['id']),
    offering: typeof raw['offering_id'] === 'string' ? raw['offering_id'] : null,
    prefetch: raw['prefetch'] === true,
    delivery,
    hash: 'right',
    edit: {},
    ownId: String(body['id']),
    generatedImages: 0,
    item,
    compile: (edit: WorkflowEdit, cdn: string) => withAssetAddresses(edited(body, edit), cdn),
  });
};

const readListed = (folder: string, list: JsonFile): readonly FolderWorkflow[] => {
  const items = list.value['workflows'];
  const fileNames = workflowFileNames(folder);
  return (Array.isArray(items) ? items.filter(isJsonObject) : []).map((item, index) => {
    const place = `workflows.${String(index)}`;
    const body = readWorkflow({ folder, list, fileNames }, String(item['id']), `${place}.id`);
    const entry = entryOf(item, deliveryOf(list, item, place), body);
    return { entry, assetPaths: usedAssetPaths(body) };
  });
};

/** Finds the ids of the workflows that use a file, or the folder that it lies in. */
const userIds = (workflows: readonly FolderWorkflow[], cdnPath: string): readonly string[] => {
  const uses = ({ assetPaths }: FolderWorkflow): boolean =>
    [...assetPaths].some((used) => `${cdnPath}/`.startsWith(`${used}/`));
  return [...new Set(workflows.filter(uses).flatMap(({ entry }) => idsOf(entry)))];
};

const readSource = (folder: string): ProjectSource => {
  checkFolder(folder);
  const offerings = readJsonFile(folder, offeringsFile);
  offerings.check(decodeOfferingsValue);
  const list = readJsonFile(folder, listFile);
  list.check(decodeWorkflowsListValue);
  const workflows = readListed(folder, list);
  return {
    name: path.basename(folder),
    entries: workflows.map(({ entry }) => entry),
    offerings: folderOfferings(offerings.value),
    list: list.value,
    asset: (cdnPath) => readAsset(folder, cdnPath, userIds(workflows, cdnPath)),
  };
};

const problemOf = (folder: string, error: unknown): ProjectProblemError['problem'] => {
  if (error instanceof ProjectProblemError) return error.problem;
  return { file: folder, message: `${folder} cannot be read: ${describeProblem(error)}.` };
};

/** Reads a project folder; its assets are read when they are asked for. */
export const loadProjectFolder = (folderPath: string): LoadedProject => {
  const folder = path.resolve(folderPath);
  try {
    return { ok: true, project: createServedProject(readSource(folder)) };
  } catch (error) {
    return { ok: false, problem: problemOf(folder, error) };
  }
};
