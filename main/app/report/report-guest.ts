import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReportGuest as ReportDocument } from '../../../shared/contract/documents.ts';
import type { StageSetUp } from '../../../shared/stage/set-up.ts';
import { createFileCache } from '../../cdn/file-cache.ts';
import { realClock } from '../../clock/clock.ts';
import { makeTemporaryFolder } from '../../scenario/temporary-folder.ts';
import { describeProblem } from '../../store/problem.ts';
import type { Guest, GuestStand } from '../guest/guest.ts';
import type { Look } from '../stage/look.ts';
import { reportNames } from './format.ts';
import { type ReportContent, readReport } from './read-report.ts';
import { shownReport } from './shown-report.ts';
import type { ZipFile } from './zip/read-zip.ts';
import { ZipProblem } from './zip/zip-directory.ts';

/** A report's file, wherever it came from. */
export interface ReportFile {
  /** For a person. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** The names have been checked: they are hashes, so that nothing leads out of the folder. */
const unpackAssets = async (zip: ZipFile, assets: readonly string[], folder: string) => {
  for (const name of assets) {
    const bytes = await zip.read(`${reportNames.assetFolder}${name}`);
    await writeFile(path.join(folder, name), bytes, { flag: 'wx', mode: 0o600 });
  }
};

const filesIn = (folder: string) =>
  createFileCache({
    folder,
    maxBytes: Infinity,
    space: { isFull: false },
    neededFiles: () => new Set<string>(),
    now: () => realClock.now(),
    verifyOnRead: () => false,
  });

/** How it is looked at begins as it was, and is nobody's to keep. */
const lookOf = (onChange: () => void, first: StageSetUp): Look => {
  let value = first;
  return {
    read: () => value,
    change: (change) => {
      value = { ...value, ...change };
      onChange();
    },
  };
};

/** A report that somebody opened: it is looked at in the place of the person's own session. */
export class ReportGuest implements Guest {
  readonly id = randomUUID();
  readonly session: GuestStand;
  readonly #name: string;
  readonly #content: ReportContent;

  private constructor(name: string, content: ReportContent, session: GuestStand) {
    this.#name = name;
    this.#content = content;
    this.session = session;
  }

  /** A sentence: why it cannot be shown; then nothing of it is left anywhere. */
  static async open(
    { name, bytes }: ReportFile,
    onChange: () => void,
  ): Promise<ReportGuest | string> {
    const read = await readReport(bytes);
    if (!read.ok) return `${name} ${read.why}.`;
    const { content, zip } = read;
    const made = makeTemporaryFolder(false);
    if (!made.ok) return made.message;
    const { folder } = made;
    try {
      await unpackAssets(zip, content.assets, folder.path);
    } catch (error) {
      folder.remove();
      return error instanceof ZipProblem
        ? `${name} ${error.message}.`
        : `The pictures in ${name} could not be unpacked: ${describeProblem(error)}.`;
    }
    return new ReportGuest(name, content, {
      running: null,
      shown: shownReport(content, filesIn(folder.path)),
      look: lookOf(onChange, content.state.stage),
      close: () => Promise.resolve(),
      remove: () => folder.remove(),
    });
  }

  document(): ReportDocument {
    const { about, state, events, offeringRows, workflowRows, workflows, assets } = this.#content;
    const { madeAt, of, project, rules, app, runtime, leftOut } = about;
    const { persistOnDemand, fallbackHost } = state.settings;
    return {
      kind: 'report',
      id: this.id,
      file: this.#name,
      madeAt,
      of,
      project: project.name,
      rules,
      app,
      runtime,
      clock: state.clock.kind,
      settings: { persistOnDemand, fallbackHost },
      // Of what is there, whatever the report says of itself.
      counts: {
        events: events.length,
        offerings: offeringRows.length,
        workflows: workflowRows.length,
        workflowsInMemory: workflows.size,
        assets: assets.length,
      },
      leftOut,
    };
  }

  leave(): void {
    // Nothing of it goes on.
  }
}
