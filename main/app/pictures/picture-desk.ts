import { stackOf } from '../../../shared/error-text.ts';
import type { Documents } from '../../../shared/contract/documents.ts';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import { describeProblem } from '../../store/problem.ts';
import type { HostServices } from '../app.ts';
import type { Log } from '../log.ts';
import { folderFor } from './album.ts';
import type { Camera } from './camera.ts';
import { type Frame, mostPictures } from './plan.ts';
import { CameraError } from './png.ts';
import { type Missed, type PictureJob, takePictures } from './take-pictures.ts';

/** Takes pictures for people, one order at a time. */
export interface PictureDesk {
  document(): Documents['pictures'];
  /** Null: it can begin. Otherwise why it cannot, in one sentence. */
  hindrance(): string | null;
  /** Begins; how far it is stands in the document. */
  take(order: PictureOrder): Outcome<null>;
  /** After the picture that is being taken. */
  cancel(): void;
  /** Gives up what is being taken; resolves when nothing is any more. */
  end(): Promise<void>;
}

export interface PictureOrder {
  /** Names the folder, below that of the project. */
  readonly paywall: string;
  readonly json: string;
  readonly frames: readonly Frame[];
}

export interface PictureDeskOptions {
  readonly services: Pick<HostServices, 'camera' | 'picturesFolder'>;
  /** Its name. */
  readonly project: string;
  readonly log: Pick<Log, 'write'>;
  readonly onChange: () => void;
}

type State = Omit<Documents['pictures'], 'hindrance'>;
type Ending = Pick<State, 'status' | 'message'>;

interface Running {
  readonly stop: AbortController;
  camera: Camera | null;
  over: Promise<void>;
}

const missedSentence = (missed: readonly Missed[], wanted: number): string | null => {
  const [first] = missed;
  if (first === undefined) return null;
  const { screen, message } = first;
  return `${missed.length} of ${wanted} pictures could not be taken: ${screen} could not be shown (${message}).`;
};

const failure = (error: unknown): string => {
  const why = error instanceof CameraError ? error.message : describeProblem(error);
  return `The pictures could not all be taken: ${why}.`;
};

export const createPictureDesk = (options: PictureDeskOptions): PictureDesk => {
  const { services, project, log, onChange } = options;
  const { camera: offer, picturesFolder } = services;
  const nothing = { status: 'none', taken: 0, wanted: 0, message: null } as const;
  let state: State = { ...nothing, folder: picturesFolder };
  let running: Running | null = null;

  const become = (change: Partial<State>): void => {
    state = { ...state, ...change };
    onChange();
  };

  const hindrance = (): string | null => ('hindrance' in offer ? offer.hindrance : null);

  const work = async (current: Running, job: PictureJob): Promise<Ending> => {
    if ('hindrance' in offer) return { status: 'failed', message: offer.hindrance };
    current.camera = await offer.open();
    const missed = await takePictures(current.camera, job);
    const wanted = job.frames.length;
    const status = missed.length === wanted ? 'failed' : 'done';
    return { status, message: missedSentence(missed, wanted) };
  };

  const endingOf = async (current: Running, job: PictureJob): Promise<Ending> => {
    try {
      return await work(current, job);
    } catch (error) {
      // Who gave it up has taken the camera away, too, and nobody is to hear of that.
      if (!job.signal.aborted) log.write('pictures', stackOf(error));
      return { status: 'failed', message: failure(error) };
    }
  };

  const run = async (current: Running, job: PictureJob): Promise<void> => {
    const ending = await endingOf(current, job);
    await current.camera?.close().catch(() => undefined);
    // Not before: who hears that it is over may order the next.
    running = null;
    become(job.signal.aborted ? { status: 'cancelled', message: null } : ending);
  };

  const refused = (frames: readonly Frame[]): string | null => {
    if (running !== null) return 'Pictures are being taken already: wait for them, or cancel them.';
    if (frames.length > mostPictures)
      return `That would be more than ${mostPictures} pictures, and no more are taken at once: choose fewer screens or looks.`;
    if (frames.length === 0) return 'There is no such screen to take a picture of.';
    return hindrance();
  };

  return Object.freeze({
    document: () => ({ ...state, hindrance: hindrance() }),
    hindrance,
    take: ({ paywall, json, frames }: PictureOrder) => {
      const why = refused(frames);
      if (why !== null) return problem('refused', why);
      const folder = folderFor(picturesFolder, project, paywall);
      const current: Running = {
        stop: new AbortController(),
        camera: null,
        over: Promise.resolve(),
      };
      running = current;
      become({ status: 'taking', taken: 0, wanted: frames.length, folder, message: null });
      const { signal } = current.stop;
      const onTaken = (): void => {
        become({ taken: state.taken + 1 });
      };
      current.over = run(current, { json, frames, folder, signal, onTaken });
      return done(null);
    },
    cancel: () => {
      running?.stop.abort();
    },
    end: async () => {
      const current = running;
      if (current === null) return;
      current.stop.abort();
      await current.camera?.close().catch(() => undefined);
      await current.over;
    },
  });
};
