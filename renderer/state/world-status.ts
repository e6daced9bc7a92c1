import type { Documents, FaultLine } from '../../shared/contract/documents.ts';
import type { FaultKind, FaultScope, RequestScope } from '../../shared/faults.ts';
import { messages } from '../messages.ts';

type World = Documents['world'];

/** How a part of the world can be set by one press. */
export type Way = keyof (typeof messages)['world']['ways'];
export type SettableWay = Exclude<Way, 'mixed'>;

/** A part of the world that requests go to. */
export interface Place {
  /** What every request to it is for. */
  readonly scopes: readonly RequestScope[];
  /** The fewest targets that cover these scopes and no other. */
  readonly targets: readonly FaultScope[];
  readonly ways: readonly SettableWay[];
}

export const places = {
  backend: {
    scopes: ['offerings', 'list', 'detail'],
    targets: ['backend'],
    ways: ['up', 'down', 'refusing', 'hanging', 'rejecting', 'malformed', 'slow'],
  },
  cdn: {
    scopes: ['cdn', 'asset'],
    targets: ['cdn', 'asset'],
    ways: ['up', 'down', 'slow', 'wrong'],
  },
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceName = keyof typeof places;

/** What each way is broken by; those that are none of them are set otherwise. */
export const kindOfWay: Readonly<Partial<Record<Way, FaultKind>>> = {
  down: 503,
  refusing: 'refused',
  hanging: 'timeout',
  rejecting: 403,
  malformed: 'bad-json',
  wrong: 'wrong-hash',
};

const wayOfScope = ({ with: kind, isSlow, isHeld }: World['scopes'][RequestScope]): Way => {
  if (isHeld || (isSlow && kind !== null)) return 'mixed';
  if (isSlow) return 'slow';
  if (kind === null) return 'up';
  const found = Object.entries(kindOfWay).find(([, each]) => each === kind);
  return found === undefined ? 'mixed' : (found[0] as Way);
};

/** How a place is for every request; faults that are aimed at some of them stand for themselves. */
export const wayOf = (place: PlaceName, { scopes }: Pick<World, 'scopes'>): Way => {
  const [first = 'up', ...rest] = places[place].scopes.map((scope) => wayOfScope(scopes[scope]));
  return rest.every((way) => way === first) ? first : 'mixed';
};

/** Something that is broken on purpose, and what heals it alone. */
export interface BrokenThing {
  readonly key: string;
  readonly words: string;
  readonly healedBy: 'network' | 'disk' | { readonly faults: readonly number[] };
}

const sameness = ({ fault: _, what: __, ...rest }: FaultLine): string => JSON.stringify(rest);

/** The CDN has two kinds of files: what was set for both by one press is one thing. */
const twinOf = (line: FaultLine, faults: readonly FaultLine[]): FaultLine | undefined =>
  line.id !== null || (line.what !== 'cdn' && line.what !== 'asset')
    ? undefined
    : faults.find(
        (other) =>
          other.what === (line.what === 'cdn' ? 'asset' : 'cdn') &&
          sameness(other) === sameness(line),
      );

const brokenLines = (faults: readonly FaultLine[]): readonly BrokenThing[] =>
  faults.flatMap((line) => {
    const twin = twinOf(line, faults);
    if (twin !== undefined && line.what === 'asset') return [];
    const isBoth = twin !== undefined;
    const words = messages.world.fault(line, isBoth ? messages.world.cdnPlace : undefined);
    const ids = isBoth ? [line.fault, twin.fault] : [line.fault];
    return [{ key: `fault ${line.fault}`, words, healedBy: { faults: ids } }];
  });

/** Everything that is broken on purpose, one short phrase each. */
export const brokenOnPurpose = ({
  isOnline,
  isDiskFull,
  faults,
}: Pick<World, 'isOnline' | 'isDiskFull' | 'faults'>): readonly BrokenThing[] => [
  ...(isOnline
    ? []
    : [{ key: 'network', words: messages.world.offlineFault, healedBy: 'network' as const }]),
  ...(isDiskFull
    ? [{ key: 'disk', words: messages.world.diskFullFault, healedBy: 'disk' as const }]
    : []),
  ...brokenLines(faults),
];
