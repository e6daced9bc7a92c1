import type { Assets } from '../style/assets.ts';
import type { Backgrounds } from '../style/backgrounds.ts';
import type { Circumstances } from '../circumstances.ts';
import type { Colors } from '../style/colors.ts';
import type { Facts, State } from '../conditions.ts';
import type { Fonts } from '../style/fonts.ts';
import type { Geometry } from '../style/geometry.ts';
import type { JsonObject } from '../wire/json.ts';
import type { Spot } from '../wire/places.ts';
import type { ProblemLog } from '../problems.ts';
import type { Occurrence, Region, SelectionPlan, TabChoice } from '../selection.ts';
import type { CountdownScope, TextScope, Texts } from '../texts/text-table.ts';

/** Where in the screen a component stands, as far as it looks different by that. */
export interface Scope {
  readonly region: Region;
  /** The package around it. */
  readonly packageId: string | null;
  /** Something around it can be selected: a package, a tab's button. */
  readonly isSelectable: boolean;
  /** Something around it can be hovered over. */
  readonly isHoverable: boolean;
  readonly countdown: CountdownScope | null;
  /** It is read once for each stage of a countdown. */
  readonly isStaged: boolean;
  /** The ids of the tabs around it. */
  readonly tabIds: readonly string[] | null;
  /** It is in the control of these tabs, which cannot hold itself. */
  readonly isInControl: boolean;
  readonly tabPath: readonly TabChoice[];
  readonly depth: number;
  /** In how many lists that exist twice it stands. */
  readonly doublings: number;
}

export const rootScope = (region: Region): Scope => ({
  region,
  packageId: null,
  isSelectable: false,
  isHoverable: false,
  countdown: null,
  isStaged: false,
  tabIds: null,
  isInControl: false,
  tabPath: [],
  depth: 0,
  doublings: 0,
});

/**
 * A sheet is drawn over the screen: what is around its button is not around it. But it is written as
 * often as its button.
 */
export const sheetScope = ({ depth, doublings, isStaged }: Scope): Scope => ({
  ...rootScope('sheet'),
  depth,
  doublings,
  isStaged,
});

/** One way over a screen: what its components are read with, and what they leave behind. */
export interface Pass {
  readonly circumstances: Circumstances;
  readonly direction: 'ltr' | 'rtl';
  readonly problems: ProblemLog;
  readonly colors: Colors;
  readonly geometry: Geometry;
  readonly assets: Assets;
  readonly backgrounds: Backgrounds;
  readonly fonts: Fonts;
  readonly texts: Texts;
  readonly plan: SelectionPlan;
  readonly areRulesOn: boolean;
  /** What holds here while the component is in these states; `left` are not decided here. */
  readonly facts: (scope: Scope, on: readonly State[], left?: readonly State[]) => Facts;
  readonly component: (spot: Spot, scope: Scope) => JsonObject | null;
  readonly isOffered: (packageId: string) => boolean;
  readonly recordPackage: (occurrence: Occurrence) => void;
  readonly recordTabs: (place: string, initialIndex: number) => void;
  /** Something was decided by which package is selected that the renderer would not redraw. */
  readonly noteSelection: () => void;
  /** A number that no other has. */
  readonly serial: () => number;
  /** How many components and stacks have been read. */
  readonly partCount: () => number;
  readonly countPart: () => void;
}

/** The package that texts and conditions at this place are about. */
const packageAt = ({ packageId }: Scope, { plan }: Pass): string | null =>
  packageId ?? plan.selectedId;

export const textScope = (scope: Scope, pass: Pass): TextScope => ({
  packageId: packageAt(scope, pass),
  countdown: scope.countdown,
});

export const deeper = (scope: Scope): Scope => ({ ...scope, depth: scope.depth + 1 });

/** Deeper than any designer nests; the limit keeps functions from calling each other without end. */
const mostLevels = 80;

/** Many times what any designer writes. */
const mostParts = 2_500;

/** Counts a component or a stack, and says whether it is one that is left out. */
export const isTooMuch = ({ place }: Spot, { depth }: Scope, pass: Pass): boolean => {
  pass.countPart();
  const isTooDeep = depth > mostLevels;
  const isTooLate = pass.partCount() > mostParts;
  if (isTooDeep)
    pass.problems.report('too-deep', place, 'What is nested deeper than this is not shown.');
  else if (isTooLate)
    pass.problems.report('too-many', '', `Only the first ${mostParts} components are shown.`);
  return isTooDeep || isTooLate;
};
