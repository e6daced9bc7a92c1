import type { Settings } from '../../../shared/contract/documents.ts';
import type { StageSetUp } from '../../../shared/stage/set-up.ts';
import type { Shown } from '../shown.ts';
import type { ReportSource } from './report-source.ts';

/** What a session does not know of itself. */
export interface Beside {
  readonly about: Omit<ReportSource['about'], 'now'>;
  readonly settings: Settings;
  readonly stage: StageSetUp;
  /** Whom the window lists. */
  readonly known: readonly string[];
  readonly logFile: string;
}

/** What is shown, as it is now: what it holds may go on changing, what a report says of it does not. */
export const reportSourceOf = (shown: Shown, { about, known, ...rest }: Beside): ReportSource => {
  const { files, timeline } = shown;
  return {
    ...rest,
    about: { ...about, now: shown.now() },
    view: shown.view(known),
    contents: shown.contents(),
    timeline,
    disk: shown.disk(null),
    diskOf: (id) => shown.workflowOnDisk(id),
    openAsset: (url) => files.open(files.nameOf({ url, hash: null })),
  };
};
