import { setImmediate as nextTurn } from 'node:timers/promises';
import { workflowId } from '../../../shared/model/ids.ts';
import type { OfferingsResponse } from '../../../shared/model/offerings.ts';
import type { WorkflowsList } from '../../../shared/model/workflows-list.ts';
import type { DetailCopy } from '../../engine/engine.ts';
import { type ReportDisk, type ReportWorkflow, reportNames } from './format.ts';
import { writeLimits } from './limits.ts';
import type { ReportTask } from './report-task.ts';

/** As it came over HTTP: what the app does not read of it is not in memory. */
const wireOf = ({ workflows }: WorkflowsList) => ({
  workflows: workflows.map((item) => ({
    id: item.id,
    display_name: item.displayName,
    offering_id: item.offeringId,
    prefetch: item.prefetch,
  })),
});

/** Null: it is too large, or deeper than can be written. */
const offeringsText = async (
  { offerings, ...rest }: OfferingsResponse,
  { redactor }: ReportTask,
): Promise<readonly string[] | null> => {
  const pieces: string[] = [];
  let size = 0;
  try {
    const frame = redactor.json({ ...rest, offerings: [] });
    pieces.push(frame.slice(0, -2));
    for (const [index, offering] of offerings.entries()) {
      const text = redactor.json(offering, 1);
      size += text.length;
      if (size > writeLimits.offeringsBytes) return null;
      pieces.push(index === 0 ? text : `,\n${text}`);
      await nextTurn();
    }
    return [...pieces, ']}\n'];
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The offerings and the list that memory holds. */
export const writeLists = async (task: ReportTask): Promise<void> => {
  const { source, zip, redactor, leaveOut } = task;
  const { offerings, list } = source.contents;
  if (offerings !== null) {
    const text = await offeringsText(offerings, task);
    if (text === null) leaveOut('The offerings as they came: they are too large, or too deep.');
    else await zip.add(reportNames.offerings, text);
  }
  if (list !== null) await zip.add(reportNames.list, [redactor.json(wireOf(list), 1)]);
};

/** Of any id a name for a file. */
const slugOf = (id: string): string => id.replaceAll(/[^\w-]+/g, '-').slice(0, 60) || 'workflow';

const writeTexts = async (
  { zip, redactor }: ReportTask,
  stem: string,
  { texts }: DetailCopy,
): Promise<Pick<ReportWorkflow, 'envelopeFile' | 'bodyFile'>> => {
  const envelopeFile = `${stem}.envelope.json`;
  const bodyFile = texts.body === null ? null : `${stem}.body.json`;
  await zip.add(`${reportNames.workflowFolder}${envelopeFile}`, [redactor.wire(texts.envelope)]);
  if (bodyFile !== null && texts.body !== null)
    await zip.add(`${reportNames.workflowFolder}${bodyFile}`, [redactor.wire(texts.body)]);
  return { envelopeFile, bodyFile };
};

/** Every workflow that memory holds, with what it came with; resolves with how many. */
export const writeWorkflows = async (task: ReportTask): Promise<number> => {
  const { source, zip, redactor, leaveOut } = task;
  const { contents, view } = source;
  const written: ReportWorkflow[] = [];
  let bytes = 0;
  let left = 0;
  for (const { id, copy: isThere } of view.workflows) {
    // It may have gone, or become another one, since somebody asked for the report.
    const copy = isThere === null ? null : contents.copy(workflowId(id));
    if (copy === null || copy.bodyHash !== isThere?.bodyHash) continue;
    const { bodyHash, envelope } = copy;
    bytes += envelope.sizeBytes;
    const isFull = written.length >= writeLimits.workflows || bytes > writeLimits.workflowBytes;
    if (isFull || zip.sizeBytes() > writeLimits.zipBytes) {
      left += 1;
      continue;
    }
    const stem = `${String(written.length + 1).padStart(4, '0')}-${slugOf(redactor.text(id))}`;
    const files = await writeTexts(task, stem, copy);
    written.push({ id, bodyHash, ...envelope, ...files });
  }
  await zip.add(reportNames.workflows, [redactor.json(written, 1)]);
  if (left > 0) leaveOut(`The bodies of ${String(left)} workflows, for want of room.`);
  return written.length;
};

type OnDisk = ReportDisk['workflows'][number];

/** That there are files, and not which. */
const counted = ({ id, state: { envelope, files, unlisted } }: OnDisk): OnDisk => ({
  id,
  state: { envelope, files: [], unlisted: unlisted + files.length },
});

/** Few enough that nobody waits: each is a file that is read. */
const looksPerTurn = 4;

/** What is on disk, by name, size and age. */
export const writeDisk = async ({ source, zip, redactor, leaveOut }: ReportTask): Promise<void> => {
  const { folder, offerings, list, cacheBytes, quarantine } = source.disk;
  const rest = { folder, offerings, list, cacheBytes, quarantine };
  const ids = source.view.workflows.map(({ id }) => id);
  const lines: string[] = [];
  let bytes = 0;
  for (const [index, id] of ids.slice(0, writeLimits.diskEntries).entries()) {
    const onDisk: OnDisk = { id, state: source.diskOf(id) };
    const line = redactor.json(bytes > writeLimits.diskBytes ? counted(onDisk) : onDisk);
    bytes += line.length;
    lines.push(line);
    if (index % looksPerTurn === 0) await nextTurn();
  }
  if (ids.length > lines.length)
    leaveOut(`What is on disk of ${String(ids.length - lines.length)} more workflows.`);
  if (bytes > writeLimits.diskBytes)
    leaveOut('Which files some workflows need: they are counted only.');
  const head = redactor.json({ ...rest, workflows: [] }).slice(0, -2);
  await zip.add(reportNames.disk, [
    head,
    ...lines.map((line, at) => `${at === 0 ? '\n' : ',\n'}${line}`),
    ']}\n',
  ]);
};
