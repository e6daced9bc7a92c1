import type { DiskState } from '../../../shared/contract/disk.ts';
import type { Settings } from '../../../shared/contract/documents.ts';
import type { StageSetUp } from '../../../shared/stage/set-up.ts';
import type { OpenedFile } from '../../cdn/opened-file.ts';
import type { CacheContents } from '../../engine/engine.ts';
import type { Timeline } from '../../engine/timeline.ts';
import type { SessionView } from '../view.ts';
import type { ReportAbout } from './format.ts';

/** What a report is made of: what windows show, as it is at this moment. */
export interface ReportSource {
  readonly about: Pick<ReportAbout, 'madeAt' | 'now' | 'of' | 'project' | 'app' | 'runtime'>;
  readonly view: SessionView;
  readonly settings: Settings;
  readonly stage: StageSetUp;
  readonly contents: CacheContents;
  readonly timeline: Pick<Timeline, 'since' | 'nextId'>;
  /** Without a workflow. */
  readonly disk: DiskState;
  /** Of one workflow. */
  diskOf(id: string): NonNullable<DiskState['workflow']>;
  /** Opens a file of the cache by its address; null: it is not there. */
  openAsset(url: string): Promise<OpenedFile | null>;
  /** Of the log file; null: it cannot be read. */
  readonly logFile: string;
}
