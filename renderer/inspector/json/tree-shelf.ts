import { type Found, type TreeModel, type TreeRow, createTreeModel } from './tree-model.ts';

export type TreeRoot = 'screen' | 'workflow';

/** What is looked at: the screen that is on the stage, or all of the workflow. */
export interface TreeWish {
  readonly root: TreeRoot;
  readonly screenId: string;
}

/** A place among the rows, and how many of them there are now. */
export interface Stand {
  readonly count: number;
  /** Null: nowhere. */
  readonly index: number | null;
}

/** What the trees of one paywall are asked, from wherever they are kept. */
export interface TreeShelf {
  /** `json` has `screens` and `uiConfig`, `head` the rest of the workflow; null: there is no more. */
  load(json: string, head: string | null): null;
  show(wish: TreeWish): Stand;
  rows(first: number, end: number): readonly TreeRow[];
  setOpen(id: number, isOpen: boolean): Stand;
  parentOf(id: number): number | null;
  reveal(place: string): Stand;
  search(text: string): Found;
  goTo(found: number): Stand;
  textOf(id: number): string;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsAt = (value: unknown, key: string): Fields => {
  const found = (value as Fields | null | undefined)?.[key];
  return typeof found === 'object' && found !== null ? (found as Fields) : {};
};

/** Texts in the language that a screen falls back to. */
const textsOf = (screen: Fields): Fields =>
  fieldsAt(fieldsAt(screen, 'components_localizations'), String(screen['default_locale']));

/** What somebody wants to see first. */
const opened: Readonly<Record<TreeRoot, readonly string[]>> = {
  screen: ['components_config.base.stack.components.0'],
  workflow: [],
};

/** Keeps the trees that somebody has looked at, as they were left. */
export const createTreeShelf = (): TreeShelf => {
  let paper: Fields = {};
  let trees = new Map<string, TreeModel>();
  let tree = createTreeModel({}, { colors: {}, texts: {} });

  const make = ({ root, screenId }: TreeWish): TreeModel => {
    const screen = fieldsAt(fieldsAt(paper, 'screens'), screenId);
    const colors = fieldsAt(fieldsAt(fieldsAt(paper, 'uiConfig'), 'app'), 'colors');
    const made = createTreeModel(root === 'screen' ? screen : paper, {
      colors,
      texts: textsOf(screen),
    });
    for (const place of opened[root]) made.reveal(place);
    return made;
  };

  const standing = (index: number | null): Stand => ({ count: tree.count(), index });

  return Object.freeze<TreeShelf>({
    load: (json, head) => {
      const rest = head === null ? {} : (JSON.parse(head) as Fields);
      paper = { ...rest, ...(JSON.parse(json) as Fields) };
      trees = new Map();
      return null;
    },
    show: (wish) => {
      const key = wish.root === 'screen' ? `screen ${wish.screenId}` : 'workflow';
      tree = trees.get(key) ?? make(wish);
      trees.set(key, tree);
      return standing(null);
    },
    rows: (first, end) => tree.rows(first, end),
    setOpen: (id, isOpen) => standing(tree.setOpen(id, isOpen)),
    parentOf: (id) => tree.parentOf(id),
    reveal: (place) => standing(tree.reveal(place)),
    search: (text) => tree.search(text),
    goTo: (found) => standing(tree.goTo(found)),
    textOf: (id) => tree.textOf(id),
  });
};
