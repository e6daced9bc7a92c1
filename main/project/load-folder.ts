import { existsSync, statSync } from 'node:fs';
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
import { usedAssetPaths, withAssetAddresses } from './asset-addresses.ts';
import { readAsset } from './folder-assets.ts';
import { folderOfferings } from './folder-offerings.ts';
import { type JsonFile, readJsonFile } from './json-file.ts';
import { type LoadedProject, ProjectProblemError } from './problem.ts';

const offeringsFile = 'offerings.json';
const listFile = 'workflows.json';

/** The file of a workflow: its id, percent-encoded where a file name could not hold it. */
const workflowFile = (id: string): string => `workflows/${encodeURIComponent(id)}.json`;

const checkFolder = (folder: string): void => {
  const problem = (message: string): ProjectProblemError =>
    new ProjectProblemError({ file: folder, message });
  if (!existsSync(folder)) throw problem(`There is no folder ${folder}.`);
  if (!statSync(folder).isDirectory()) throw problem(`${folder} is a file, not a project folder.`);
  const missing = [offeringsFile, listFile].filter((file) => !existsSync(path.join(folder, file)));
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

const readWorkflow = (folder: string, list: JsonFile, id: string, place: string): Json => {
  if (!id.isWellFormed()) throw list.problemAt(place, 'the id is not readable text');
  const file = workflowFile(id);
  if (!existsSync(path.join(folder, file))) throw list.problemAt(place, `there is no ${file}`);
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
  return (Array.isArray(items) ? items.filter(isJsonObject) : []).map((item, index) => {
    const place = `workflows.${String(index)}`;
    const body = readWorkflow(folder, list, String(item['id']), `${place}.id`);
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
  const reason = error instanceof Error ? error.message : String(error);
  return { file: folder, message: `${folder} could not be read (${reason}).` };
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
