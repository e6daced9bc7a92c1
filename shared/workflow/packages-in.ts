import { own } from '../paywall/wire/json.ts';

/** A package that a screen sells. */
export interface SoldPackage {
  readonly id: string;
  readonly isDefault: boolean;
}

/** More than any offering has. */
const mostPackages = 1_000;

/** Many times what any designer writes. */
const mostValues = 2_000_000;

interface Member {
  readonly key: string;
  readonly value: unknown;
}

interface Walk {
  readonly packages: Map<string, boolean>;
  readonly sheets: Member[];
  valuesLeft: number;
}

const membersOf = (value: unknown): readonly Member[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, member]) => ({ key, value: member as unknown }))
    : [];

const note = (value: unknown, packages: Map<string, boolean>): void => {
  const id = own(value, 'type') === 'package' ? own(value, 'package_id') : null;
  if (typeof id !== 'string' || id === '') return;
  if (packages.size >= mostPackages && !packages.has(id)) return;
  const isDefault = own(value, 'is_selected_by_default') === true;
  packages.set(id, packages.get(id) === true || isDefault);
};

/** With a list of its own: JSON may be nested deeper than functions can call. */
const walkThrough = (root: unknown, walk: Walk): void => {
  const waiting = [root];
  while (waiting.length > 0 && walk.valuesLeft > 0) {
    const value = waiting.pop();
    walk.valuesLeft -= 1;
    note(value, walk.packages);
    for (const member of membersOf(value).toReversed())
      if (member.key === 'sheet') walk.sheets.push(member);
      else if (member.key !== 'overrides') waiting.push(member.value);
  }
};

const listOf = (packages: ReadonlyMap<string, boolean>): readonly SoldPackage[] =>
  [...packages].map(([id, isDefault]) => ({ id, isDefault }));

/**
 * The packages of a screen as they stand in it, each once. Those in sheets come last, and a default
 * among them never beats what the page itself has, which is there first (purchases-ios).
 */
export const packagesIn = (componentsConfig: unknown): readonly SoldPackage[] => {
  const base = own(componentsConfig, 'base');
  const walk: Walk = { packages: new Map(), sheets: [], valuesLeft: mostValues };
  for (const slot of ['stack', 'sticky_footer', 'footer', 'header'])
    walkThrough(own(base, slot), walk);
  const page = listOf(walk.packages);
  const inSheets: Walk = { ...walk, packages: new Map() };
  for (const { value } of inSheets.sheets) walkThrough(value, inSheets);
  const more = listOf(inSheets.packages).filter(({ id }) => !walk.packages.has(id));
  return page.length === 0
    ? more
    : [...page, ...more.map(({ id }) => ({ id, isDefault: false }))].slice(0, mostPackages);
};
