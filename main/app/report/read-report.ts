import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { OfferingRow, WorkflowRow } from '../../../shared/contract/rows.ts';
import { type Decoded, decodeText } from '../../../shared/model/decode.ts';
import { type OfferingsResponse, decodeOfferings } from '../../../shared/model/offerings.ts';
import { type WorkflowsList, decodeWorkflowsList } from '../../../shared/model/workflows-list.ts';
import type { TimelineEvent } from '../../../shared/timeline.ts';
import { isFileName } from '../../cdn/file-name.ts';
import {
  type ReportAbout,
  type ReportDisk,
  type ReportState,
  type ReportWorkflow,
  aboutSchema,
  headSchema,
  offeringRowsSchema,
  reportDiskSchema,
  reportFormat,
  reportNames,
  stateSchema,
  workflowRowsSchema,
  workflowsSchema,
} from './format.ts';
import { readLimits } from './limits.ts';
import { readEvents } from './read-events.ts';
import { workflowOf } from './workflow-of.ts';
import { type ZipFile, openZip } from './zip/read-zip.ts';
import { textIn } from './zip/text-in.ts';
import { ZipProblem } from './zip/zip-directory.ts';

/** What memory held of a workflow, as it came. */
export interface ReadWorkflow {
  readonly head: ReportWorkflow;
  readonly envelope: string;
  readonly body: string | null;
}

/** All that is in a report; every part of it has been checked. */
export interface ReportContent {
  readonly about: ReportAbout;
  readonly state: ReportState;
  readonly offeringRows: readonly OfferingRow[];
  readonly workflowRows: readonly WorkflowRow[];
  readonly offerings: OfferingsResponse | null;
  readonly list: WorkflowsList | null;
  readonly workflows: ReadonlyMap<string, ReadWorkflow>;
  readonly disk: ReportDisk;
  /** Oldest first, and none is missing between them. */
  readonly events: readonly TimelineEvent[];
  /** In the zip, by their names in a file cache. */
  readonly assets: readonly string[];
}

export type ReadReport =
  | { readonly ok: true; readonly content: ReportContent; readonly zip: ZipFile }
  /** Why it is not shown, as what follows its name. */
  | { readonly ok: false; readonly why: string };

const usable = <T>(name: string, decoded: Decoded<T>): T => {
  if (decoded.ok) return decoded.value;
  throw new ZipProblem(`has something in ${name} that cannot be used: ${decoded.problem}`);
};

/** Windows are told all of these at once. */
const limits: Readonly<Record<string, number>> = {
  [reportNames.about]: readLimits.stateBytes,
  [reportNames.state]: readLimits.stateBytes,
  [reportNames.offeringRows]: readLimits.rowBytes,
  [reportNames.workflowRows]: readLimits.rowBytes,
};

const read = async <T>(
  zip: ZipFile,
  name: string,
  decode: (text: string) => Decoded<T>,
): Promise<T> => {
  if (!zip.has(name)) throw new ZipProblem(`is no report of Paywall Preview: ${name} is not in it`);
  if (zip.sizeOf(name) > (limits[name] ?? Infinity))
    throw new ZipProblem(`has more in ${name} than any report`);
  const value = usable(name, decode(await textIn(zip, name)));
  await nextTurn();
  return value;
};

const readAs = <T>(zip: ZipFile, name: string, schema: z.ZodType<T>): Promise<T> =>
  read(zip, name, (text) => decodeText(schema, text));

const readIfThere = <T>(
  zip: ZipFile,
  name: string,
  decode: (text: string) => Decoded<T>,
): Promise<T> | null => (zip.has(name) ? read(zip, name, decode) : null);

const readAbout = async (zip: ZipFile): Promise<ReportAbout> => {
  const { about } = reportNames;
  const { format } = await readAs(zip, about, headSchema);
  if (format > reportFormat)
    throw new ZipProblem('was made by a newer version of the app: open it with that one');
  return readAs(zip, about, aboutSchema);
};

const parts = new Set<string>(Object.values(reportNames));
const eventFile = new RegExp(`^${reportNames.eventFolder}events-\\d{10}\\.jsonl$`);
const workflowFile = new RegExp(
  `^${reportNames.workflowFolder}[\\w-]+\\.(?:envelope|body)\\.json$`,
);

const assetNameIn = (name: string): string | null => {
  const { assetFolder } = reportNames;
  const bare = name.startsWith(assetFolder) ? name.slice(assetFolder.length) : '';
  return isFileName(bare) ? bare : null;
};

/** A file that nobody reads is none that was put there by the app. */
const checkNames = ({ names }: ZipFile): void => {
  const stranger = names.find(
    (name) =>
      !parts.has(name) &&
      !eventFile.test(name) &&
      !workflowFile.test(name) &&
      assetNameIn(name) === null,
  );
  if (stranger !== undefined)
    throw new ZipProblem(`has a file in it that no report has: ${stranger}`);
};

const readWorkflows = async (zip: ZipFile): Promise<ReportContent['workflows']> => {
  const found = new Map<string, ReadWorkflow>();
  for (const head of await readAs(zip, reportNames.workflows, workflowsSchema)) {
    const folder = reportNames.workflowFolder;
    const workflow: ReadWorkflow = {
      head,
      envelope: await textIn(zip, `${folder}${head.envelopeFile}`),
      body: head.bodyFile === null ? null : await textIn(zip, `${folder}${head.bodyFile}`),
    };
    // Made again when somebody looks at it: what is made takes several times the room of its text.
    usable(head.envelopeFile, workflowOf(workflow));
    found.set(head.id, workflow);
    await nextTurn();
  }
  return found;
};

const readContent = async (zip: ZipFile): Promise<ReportContent> => {
  const about = await readAbout(zip);
  checkNames(zip);
  const names = reportNames;
  return {
    about,
    state: await readAs(zip, names.state, stateSchema),
    offeringRows: await readAs(zip, names.offeringRows, offeringRowsSchema),
    workflowRows: await readAs(zip, names.workflowRows, workflowRowsSchema),
    offerings: await readIfThere(zip, names.offerings, decodeOfferings),
    list: await readIfThere(zip, names.list, decodeWorkflowsList),
    workflows: await readWorkflows(zip),
    disk: await readAs(zip, names.disk, reportDiskSchema),
    events: await readEvents(zip, zip.names.filter((name) => eventFile.test(name)).sort()),
    assets: zip.names.map(assetNameIn).filter((name) => name !== null),
  };
};

/** Reads a report that anybody may have made; nothing is written anywhere. */
export const readReport = async (bytes: Buffer): Promise<ReadReport> => {
  try {
    const zip = openZip(bytes, readLimits);
    return { ok: true, content: await readContent(zip), zip };
  } catch (error) {
    if (error instanceof ZipProblem) return { ok: false, why: error.message };
    throw error;
  }
};
