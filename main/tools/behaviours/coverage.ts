import { BEHAVIOUR_ID, type Behaviour } from './list.ts';

/** The titles that one test or scenario file holds. */
export interface TitledFile {
  readonly file: string;
  readonly titles: readonly string[];
}

export interface BehaviourCoverage {
  /** Every behaviour with the tests that carry its id, each as `file: title`. */
  readonly carriers: ReadonlyMap<Behaviour, readonly string[]>;
  /** Required ones that no test carries. */
  readonly missing: readonly Behaviour[];
  /** Tests that name an id that does not exist, each as `id in file: title`. */
  readonly unknown: readonly string[];
}

export function coverBehaviours(
  behaviours: readonly Behaviour[],
  files: readonly TitledFile[],
): BehaviourCoverage {
  const mentions = files.flatMap(mentionsIn);
  const known = new Set(behaviours.map(({ id }) => id));
  const carriers = new Map(
    behaviours.map((behaviour) => [
      behaviour,
      mentions.filter(({ id }) => id === behaviour.id).map(({ place }) => place),
    ]),
  );
  return {
    carriers,
    missing: behaviours.filter(
      (behaviour) => behaviour.exemption === null && carriers.get(behaviour)?.length === 0,
    ),
    unknown: mentions
      .filter(({ id }) => !known.has(id))
      .map(({ id, place }) => `${id} in ${place}`),
  };
}

function mentionsIn({ file, titles }: TitledFile): { id: string; place: string }[] {
  return titles.flatMap((title) =>
    (title.match(BEHAVIOUR_ID) ?? []).map((id) => ({ id, place: `${file}: ${title}` })),
  );
}

/** Every behaviour with its tests below it. */
export function listingLines({ carriers }: BehaviourCoverage): string[] {
  return [...carriers].flatMap(([{ id, sentence, exemption }, places]) => [
    `${id} ${sentence}${exemption === null ? '' : ` (${exemption})`}`,
    ...(places.length > 0 ? places.map((place) => `    ${place}`) : ['    no test']),
  ]);
}

/** One sentence for each thing that is wrong. */
export function problemLines({ missing, unknown }: BehaviourCoverage): string[] {
  return [
    ...missing.map(({ id, sentence }) => `No test carries ${id}: ${sentence}`),
    ...unknown.map((mention) => `There is no behaviour ${mention}`),
  ];
}

export function countLine({ carriers, missing, unknown }: BehaviourCoverage): string {
  const required = [...carriers.keys()].filter(({ exemption }) => exemption === null).length;
  return `${required - missing.length} of ${required} required behaviours have a test, ${unknown.length} unknown ids`;
}
