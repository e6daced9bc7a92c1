/** Which part of the screen something stands in; a sheet is there only once it has been opened. */
export type Region = 'body' | 'footer' | 'header' | 'sheet';

/** One of the tabs at this place. */
export interface TabChoice {
  readonly place: string;
  readonly index: number;
}

/** A package that could be selected. */
export interface Occurrence {
  readonly place: string;
  readonly packageId: string;
  readonly isDefault: boolean;
  readonly region: Region;
  readonly tabPath: readonly TabChoice[];
}

/** What is selected when the screen appears, and what the renderer must be told for that. */
export interface SelectionPlan {
  readonly selectedId: string | null;
  /** Nothing may be selected, though there are packages: the renderer would select one by itself. */
  readonly isNothingSelected: boolean;
  readonly hasPackages: boolean;
  /** The packages that get `is_selected_by_default`. */
  readonly defaultPlaces: ReadonlySet<string>;
  /** Which tab is open first, where that is another than the JSON says. */
  readonly tabIndexes: ReadonlyMap<string, number>;
}

/** Before the packages of the screen are known. */
export const firstPlan = (wanted: string | null | undefined): SelectionPlan => ({
  selectedId: wanted ?? null,
  isNothingSelected: wanted === null,
  hasPackages: true,
  defaultPlaces: new Set(),
  tabIndexes: new Map(),
});

type TabIndexes = ReadonlyMap<string, number>;

const regions: readonly Region[] = ['body', 'footer', 'header'];

const isShown = ({ region, tabPath }: Occurrence, open: TabIndexes): boolean =>
  region !== 'sheet' && tabPath.every(({ place, index }) => open.get(place) === index);

/** The declared default, else the first. */
const firstOf = (group: readonly Occurrence[]): Occurrence | undefined =>
  group.find(({ isDefault }) => isDefault) ?? group[0];

const innermostTab = ({ tabPath }: Occurrence): string => {
  const last = tabPath.at(-1);
  return last === undefined ? '' : `${last.index} ${last.place}`;
};

/** What is selected as soon as its tab is opened: each tab keeps a selection of its own. */
const defaultsOfTabs = (hidden: readonly Occurrence[]): readonly Occurrence[] => {
  const groups = Map.groupBy(hidden, innermostTab);
  return [...groups.values()].flatMap((group) => {
    const first = firstOf(group);
    return first === undefined ? [] : [first];
  });
};

/** Opens the tabs that the wanted package stands in, unless it is shown already. */
const openFor = (
  wanted: string | null | undefined,
  occurrences: readonly Occurrence[],
  initial: TabIndexes,
): TabIndexes => {
  const found = occurrences.filter(
    ({ packageId, region }) => packageId === wanted && region !== 'sheet',
  );
  const [first] = found;
  if (first === undefined || found.some((each) => isShown(each, initial))) return initial;
  return new Map([...initial, ...first.tabPath.map(({ place, index }) => [place, index] as const)]);
};

/**
 * The wanted package, else the first shown one that is a default, else the first shown one: body
 * before footer. Undefined is no wish; null is the wish that none be selected.
 */
export const planSelection = (
  wanted: string | null | undefined,
  occurrences: readonly Occurrence[],
  initialTabs: TabIndexes,
): SelectionPlan => {
  const open = openFor(wanted, occurrences, initialTabs);
  const shown = regions.flatMap((region) =>
    occurrences.filter((each) => each.region === region && isShown(each, open)),
  );
  const initial =
    wanted === null
      ? undefined
      : (shown.find(({ packageId }) => packageId === wanted) ?? firstOf(shown));
  const isWantedThere =
    occurrences.length === 0 || occurrences.some(({ packageId }) => packageId === wanted);
  const hidden = occurrences.filter((each) => each.region !== 'sheet' && !isShown(each, open));
  const inSheets = occurrences.filter(({ region, isDefault }) => region === 'sheet' && isDefault);
  const defaults = [
    ...(initial === undefined ? [] : [initial]),
    ...defaultsOfTabs(hidden),
    ...inSheets,
  ];
  return {
    selectedId: typeof wanted === 'string' && isWantedThere ? wanted : (initial?.packageId ?? null),
    isNothingSelected: wanted === null,
    hasPackages: occurrences.length > 0,
    defaultPlaces: new Set(defaults.map(({ place }) => place)),
    tabIndexes: open,
  };
};
