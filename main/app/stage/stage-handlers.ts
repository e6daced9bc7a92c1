import type { Argument, Handlers } from '../../../shared/contract/calls.ts';
import { type Outcome, done, doneUnless, problem } from '../../../shared/contract/outcome.ts';
import { offeringId } from '../../../shared/model/ids.ts';
import type { Offering } from '../../../shared/model/offerings.ts';
import { defaultPaywall } from '../../../shared/stage/default-paywall.ts';
import type { Desk } from '../handlers.ts';
import { type PaperName, type PaperSource, filesOf, findSource, paperFrom } from './papers.ts';
import { planPictures } from '../pictures/plan.ts';

type PicturesWanted = Argument<'takePictures'>;

const names = {
  workflow: 'Workflow',
  'own-paywall': 'The paywall of the offering',
  'default-paywall': 'The offering',
} as const;

const gone = ({ kind, id }: Pick<PicturesWanted, 'kind' | 'id'>): Outcome<never> =>
  problem('not-found', `${names[kind]} ${id} is not in memory any more, or is another one.`);

/** Beside each other, an offering and a workflow may have the same id. */
const folderNames = {
  workflow: '',
  'own-paywall': 'own-paywall-',
  'default-paywall': 'default-paywall-',
} as const;

/** What a window may do with what is on the stage. */
export const stageHandlers = (desk: Desk) => {
  const session = () => desk.running().session;
  const { papers, projects, services } = desk;

  const read = async (name: PaperName) => {
    const source = findSource(desk.shown().contents(), name);
    return source === null ? gone(name) : done(await papers.read(name, source));
  };

  const offerings = (): readonly Offering[] => desk.shown().contents().offerings?.offerings ?? [];

  /** Of its packages, whatever body they came with. */
  const defaultSource = (id: string): PaperSource | null => {
    const offering = offerings().find(({ identifier }) => identifier === id);
    if (offering === undefined) return null;
    const packages = offering.packages.map(({ identifier }) => ({ id: identifier }));
    return { workflow: defaultPaywall(packages), enrolledVariants: null, assets: [] };
  };

  const sourceFor = ({ kind, id, bodyHash }: PicturesWanted): PaperSource | null => {
    if (kind === 'default-paywall') return defaultSource(id);
    const name = { kind, id, bodyHash: bodyHash ?? '' };
    return findSource(desk.shown().contents(), name);
  };

  const takePictures = async (wanted: PicturesWanted): Promise<Outcome<null>> => {
    const source = sourceFor(wanted);
    if (source === null) return gone(wanted);
    const scene = {
      files: filesOf(desk.shown().files, source.assets),
      offerings: offerings(),
      stage: desk.look().read(),
      nowMs: desk.shown().now(),
    };
    const project = projects.current();
    const paper = await paperFrom(source);
    if (projects.current() !== project) return gone(wanted);
    const frames = planPictures(wanted, { ...scene, paper });
    const paywall = `${folderNames[wanted.kind]}${wanted.id}`;
    return project.pictures.take({ paywall, json: paper.json, frames });
  };

  return {
    readWorkflow: (body) => read({ kind: 'workflow', ...body }),
    readOwnPaywall: async (body) => {
      const outcome = await read({ kind: 'own-paywall', ...body });
      // In a scenario nothing happens but its steps, and in a report nothing.
      if (outcome.ok && desk.guests.shown() === null)
        session().engine.fetchOwnPaywallFiles(offeringId(body.id));
      return outcome;
    },
    findFiles: (name) => {
      const source = findSource(desk.shown().contents(), name);
      if (source === null) return gone(name);
      return done({ files: filesOf(desk.shown().files, source.assets) });
    },
    changeStage: (change) => {
      desk.look().change(change);
      return done(null);
    },
    takePictures,
    cancelPictures: () => {
      projects.current().pictures.cancel();
      return done(null);
    },
    showPictures: async () =>
      doneUnless(
        'system',
        await services.showFolder(projects.current().pictures.document().folder),
      ),
  } satisfies Partial<Handlers>;
};
