import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { decodeOfferingsValue } from '../../shared/model/offerings.ts';
import { decodeWorkflowValue } from '../../shared/model/workflow.ts';
import { decodeWorkflowsListValue } from '../../shared/model/workflows-list.ts';
import { type Json, isJsonObject } from '../backend/json.ts';
import { type ProjectSource, type WorkflowEntry, idsOf } from '../backend/project-source.ts';
import { describeProblem, systemCode } from '../store/problem.ts';
import { type AddressWriter, usedAssetPaths, withAssetAddresses } from './asset-addresses.ts';
import { readAsset } from './folder-assets.ts';
import type { FolderMemory } from './folder-memory.ts';
import { folderOfferings } from './folder-offerings.ts';
import type { JsonFile } from './json-file.ts';
import { ProjectProblemError } from './problem.ts';
import { look } from './project-text.ts';
import { type FolderWorkflow, workflowEntry } from './workflow-entry.ts';

export const offeringsFile = 'offerings.json';
export const listFile = 'workflows.json';
export const workflowsFolder = 'workflows';

/** The file of a workflow: its id, percent-encoded where a file name could not hold it. */
export const workflowFile = (id: string): string =>
  `${workflowsFolder}/${encodeURIComponent(id)}.json`;

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

/** What is read of a folder, and what of it was read before. */
export interface FolderReading {
  /** Absolute. */
  readonly folder: string;
  readonly memory: FolderMemory;
  /** Writes the address under which a file of the folder is served. */
  readonly address: AddressWriter;
}

/** A project folder whose list was read. */
interface ListedFolder extends FolderReading {
  readonly list: JsonFile;
  /** What there is in the folder of workflows. */
  readonly fileNames: ReadonlySet<string>;
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
const workflowFileNames = (folder: string): ReadonlySet<string> => {
  try {
    return new Set(readdirSync(path.join(folder, workflowsFolder)));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return new Set();
    const message = `${workflowsFolder} cannot be read: ${describeProblem(error)}.`;
    throw new ProjectProblemError({ file: workflowsFolder, message });
  }
};

const missingWords = (file: string, fileNames: ReadonlySet<string>): string => {
  const name = path.basename(file);
  const other = [...fileNames].find((found) => folded(found) === folded(name));
  return other === undefined
    ? `there is no ${file}: add it, or remove the entry`
    : `there is no ${file}, only a ${workflowsFolder}/${other}: the names must be the same`;
};

const readWorkflow = function* (
  { folder, memory, list, fileNames }: ListedFolder,
  id: string,
  place: string,
): Generator<undefined, JsonFile> {
  if (!id.isWellFormed()) throw list.problemAt(place, 'the id is not readable text');
  const file = workflowFile(id);
  // By its exact name, also on a disk that takes `WF_A.json` for `wf_a.json`.
  if (!fileNames.has(path.basename(file)))
    throw list.problemAt(place, missingWords(file, fileNames));
  return yield* memory.read(folder, file, decodeWorkflowValue);
};

const deliveryOf = (list: JsonFile, item: Json, place: string): WorkflowEntry['delivery'] => {
  const delivery = item['delivery'] ?? 'inline';
  if (delivery === 'inline' || delivery === 'cdn') return delivery;
  throw list.problemAt(`${place}.delivery`, 'the delivery is neither "inline" nor "cdn"');
};

/** One step for each workflow. */
const readListed = function* (listed: ListedFolder): Generator<undefined, FolderWorkflow[]> {
  const { list, memory, address } = listed;
  const items = list.value['workflows'];
  const workflows: FolderWorkflow[] = [];
  for (const [index, item] of (Array.isArray(items) ? items : []).filter(isJsonObject).entries()) {
    const place = `workflows.${String(index)}`;
    const { value: body } = yield* readWorkflow(listed, String(item['id']), `${place}.id`);
    const delivery = deliveryOf(list, item, place);
    const make = (): FolderWorkflow => ({
      entry: workflowEntry({ item, delivery, body, address }),
      assetPaths: usedAssetPaths(body),
    });
    workflows.push(memory.workflow(JSON.stringify(item), body, make));
    yield;
  }
  return workflows;
};

/** Finds the ids of the workflows that use a file, or the folder that it lies in. */
const userIds = (workflows: readonly FolderWorkflow[], cdnPath: string): readonly string[] => {
  const uses = ({ assetPaths }: FolderWorkflow): boolean =>
    [...assetPaths].some((used) => `${cdnPath}/`.startsWith(`${used}/`));
  return [...new Set(workflows.filter(uses).flatMap(({ entry }) => idsOf(entry)))];
};

/** Reads a project folder file by file; its assets are read when they are asked for. */
export const readFolder = function* (reading: FolderReading): Generator<undefined, ProjectSource> {
  const { folder, memory, address } = reading;
  checkFolder(folder);
  memory.begin();
  const offerings = yield* memory.read(folder, offeringsFile, decodeOfferingsValue);
  yield;
  const list = yield* memory.read(folder, listFile, decodeWorkflowsListValue);
  yield;
  const fileNames = workflowFileNames(folder);
  const workflows = yield* readListed({ ...reading, list, fileNames });
  memory.end();
  return {
    name: path.basename(folder),
    entries: workflows.map(({ entry }) => entry),
    offerings: folderOfferings(offerings.value, (json, cdn) =>
      withAssetAddresses(json, cdn, address),
    ),
    list: list.value,
    asset: (cdnPath) => readAsset(folder, cdnPath, userIds(workflows, cdnPath)),
  };
};
