import os from 'node:os';
import path from 'node:path';
import type { Handlers } from '../../../shared/contract/calls.ts';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import { realClock } from '../../clock/clock.ts';
import { describeProblem } from '../../store/problem.ts';
import type { Desk } from '../handlers.ts';
import { logName } from '../log.ts';
import type { ReportSource } from './report-source.ts';
import { reportSourceOf } from './source-of.ts';
import { createUpload } from './upload.ts';
import { type WrittenReport, writeReport } from './write-report.ts';

const isReport = problem(
  'refused',
  'What is shown is a report already: its file is what you can give to others.',
);
const isBusy = problem('refused', 'A report is being written already: wait for its end.');

const subjects = { play: 'scenario', recording: 'recording' } as const;

/** Null: the app runs in plain Node. */
const electronVersion = (): string | null =>
  'electron' in process.versions ? process.versions.electron : null;

/** Null: a report is shown, and that is none of a session. */
const aboutOf = ({
  guests,
  projects,
  services,
}: Desk): Omit<ReportSource['about'], 'now'> | null => {
  const guest = guests.document();
  if (guest?.kind === 'report') return null;
  const { name, kind } = projects.current().identity;
  const { version, host, platform } = services.about;
  return {
    madeAt: realClock.now(),
    of: guest === null ? 'session' : subjects[guest.kind],
    project: guest?.kind === 'play' ? { name: guest.name, kind: 'scenario' } : { name, kind },
    app: { version, host, platform },
    runtime: {
      node: process.versions.node,
      electron: electronVersion(),
      system: `${os.type()} ${os.release()} ${process.arch}`,
    },
  };
};

/** What a window may do with reports. */
export const reportHandlers = (desk: Desk) => {
  const upload = createUpload();
  let isWriting = false;

  const sourceNow = (): ReportSource | null => {
    const about = aboutOf(desk);
    return (
      about &&
      reportSourceOf(desk.shown(), {
        about,
        settings: desk.settings(),
        stage: desk.look().read(),
        known: desk.known(),
        logFile: path.join(desk.places.logs, logName),
      })
    );
  };

  const write = async (withAssets: boolean): Promise<Outcome<WrittenReport>> => {
    const source = sourceNow();
    if (source === null) return isReport;
    const folder = desk.places.exports;
    const redaction = {
      home: os.homedir(),
      withoutHidden: (text: string) => desk.log.withoutHidden(text),
    };
    try {
      return done(await writeReport({ source, folder, redaction, withAssets }));
    } catch (error) {
      const why = describeProblem(error);
      return problem('system', `The report could not be written to ${folder}: ${why}.`);
    }
  };

  return {
    saveReport: async ({ withAssets }) => {
      if (isWriting) return isBusy;
      isWriting = true;
      const written = await write(withAssets).finally(() => (isWriting = false));
      if (!written.ok) return written;
      const hindrance = await desk.services.showFolder(desk.places.exports);
      return done({ ...written.value, hindrance });
    },
    openReport: async (part) => {
      const taken = upload.take(part);
      if (!taken.ok) return taken;
      return taken.value === null ? done(null) : desk.guests.showReport(taken.value);
    },
  } satisfies Partial<Handlers>;
};
