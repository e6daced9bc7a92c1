import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileStamp } from '../file-stamp.ts';
import { type ReportAbout, reportFormat, reportKind, reportNames } from './format.ts';
import { writeLimits } from './limits.ts';
import { readLogEnd } from './log-end.ts';
import { readMeOf } from './read-me.ts';
import { type RedactorOptions, createRedactor } from './redact.ts';
import type { ReportSource } from './report-source.ts';
import type { ReportTask } from './report-task.ts';
import { writeAssets } from './write-assets.ts';
import { writeDisk, writeLists, writeWorkflows } from './write-caches.ts';
import { writeEvents } from './write-events.ts';
import { createZip } from './zip/write-zip.ts';

export interface ReportOrder {
  readonly source: ReportSource;
  /** Where the zip is put. */
  readonly folder: string;
  readonly redaction: RedactorOptions;
  /** With pictures, fonts and films of the paywalls, as far as there is room. */
  readonly withAssets: boolean;
}

export interface WrittenReport {
  readonly file: string;
  readonly sizeBytes: number;
  /** One sentence each. */
  readonly leftOut: readonly string[];
}

/** One a line, so that a person finds the row, and a large list is written piece by piece. */
const writeRows = async (
  { zip, redactor, leaveOut }: ReportTask,
  name: string,
  what: string,
  rows: readonly unknown[],
): Promise<void> => {
  let written = 0;
  const pieces = function* (): Generator<string> {
    let bytes = 0;
    yield '[';
    for (const row of rows.slice(0, writeLimits.rows)) {
      const text = redactor.json(row);
      bytes += text.length;
      if (bytes > writeLimits.rowBytes) break;
      yield `${written === 0 ? '\n' : ',\n'}${text}`;
      written += 1;
    }
    yield '\n]\n';
  };
  await zip.add(name, pieces());
  if (written < rows.length)
    leaveOut(`${String(rows.length - written)} ${what} of the list, for want of room.`);
};

const writeState = async (task: ReportTask): Promise<void> => {
  const { source, zip, redactor } = task;
  const { view, settings, stage } = source;
  const state = { ...view.documents, settings, stage };
  await zip.add(reportNames.state, [redactor.json(state, 2)]);
  await writeRows(task, reportNames.offeringRows, 'offerings', view.offerings);
  await writeRows(task, reportNames.workflowRows, 'workflows', view.workflows);
};

/** Where nothing ever went wrong there is none. */
const writeLog = async ({ source, zip, redactor }: ReportTask): Promise<void> => {
  const end = await readLogEnd(source.logFile, writeLimits.logBytes);
  if (end !== null) await zip.add(reportNames.log, [redactor.text(end)]);
};

const remembered = ({ timeline }: ReportSource): number => {
  const [oldest] = timeline.since(1, 1);
  const next = timeline.nextId();
  return next - (oldest?.eventId ?? next);
};

const fill = async (task: ReportTask, withAssets: boolean): Promise<ReportAbout['counts']> => {
  const { source, leaveOut } = task;
  const { view } = source;
  const events = remembered(source);
  await writeState(task);
  const eventsWritten = await writeEvents(task);
  if (eventsWritten < events)
    leaveOut(`The oldest ${String(events - eventsWritten)} events, for want of room.`);
  await writeLists(task);
  const workflowsInMemory = await writeWorkflows(task);
  await writeDisk(task);
  await writeLog(task);
  if (!withAssets) leaveOut('Pictures, fonts and films of the paywalls, as was asked for.');
  return {
    events: eventsWritten,
    offerings: view.offerings.length,
    workflows: view.workflows.length,
    workflowsInMemory,
    assets: withAssets ? await writeAssets(task) : 0,
  };
};

/** Writes a report into a new file of the folder; what cannot be written leaves nothing behind. */
export const writeReport = async (order: ReportOrder): Promise<WrittenReport> => {
  const { source, folder, redaction, withAssets } = order;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `report-${fileStamp(source.about.madeAt)}.zip`);
  const zip = await createZip(file, source.about.madeAt);
  const leftOut: string[] = [];
  const redactor = createRedactor(redaction);
  const task: ReportTask = {
    source,
    redactor,
    zip,
    leaveOut: (sentence) => void leftOut.push(sentence),
  };
  try {
    await nextTurn();
    const counts = await fill(task, withAssets);
    const { rules } = source.view.documents.world;
    const about: ReportAbout = {
      kind: reportKind,
      format: reportFormat,
      ...source.about,
      rules,
      counts,
      leftOut,
    };
    await zip.add(reportNames.about, [redactor.json(about, 2)]);
    await zip.add(reportNames.readme, [redactor.text(readMeOf(about))]);
    const sizeBytes = await zip.finish();
    await zip.close();
    return { file, sizeBytes, leftOut };
  } catch (error) {
    await zip.close().catch(() => undefined);
    await rm(file, { force: true }).catch(() => undefined);
    throw error;
  }
};
