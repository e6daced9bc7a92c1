import { type NamedColors, swatchesOf } from './swatches.ts';

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** One line of the tree, as it is drawn. */
export interface TreeRow {
  readonly id: number;
  readonly key: string;
  readonly kind: JsonKind;
  /** The value, or what it is in short. */
  readonly text: string;
  /** What stands behind it: the text that an id names. */
  readonly hint: string | null;
  readonly swatches: readonly string[];
  /** Keys from the root, as problems name places. */
  readonly place: string;
  readonly level: number;
  /** Counted from 1, among those beside it. */
  readonly position: number;
  readonly siblings: number;
  readonly children: number;
  readonly isOpen: boolean;
}

/** Where somebody looks for something, and what there is. */
export interface Found {
  readonly count: number;
  /** There is more than is counted. */
  readonly isCut: boolean;
}

/** What values mean beside what they are. */
export interface TreeFacts {
  readonly colors: NamedColors;
  /** Texts by their ids. */
  readonly texts: Readonly<Record<string, unknown>>;
}

/** JSON as a tree of rows: of what is closed, nothing is made. */
export interface TreeModel {
  count(): number;
  rows(first: number, end: number): readonly TreeRow[];
  /** Where it stands among the rows. */
  setOpen(id: number, isOpen: boolean): number;
  /** Null: it stands at the top. */
  parentOf(id: number): number | null;
  /** Opens what is above it, and tells where it stands; null: there is no such place. */
  reveal(place: string): number | null;
  search(text: string): Found;
  /** As `reveal`, for something that was found. */
  goTo(found: number): number | null;
  textOf(id: number): string;
}

interface Node {
  readonly id: number;
  readonly key: string;
  readonly value: unknown;
  readonly parent: Node | null;
  readonly level: number;
  readonly index: number;
  readonly siblings: number;
  readonly place: string;
  children: readonly Node[] | null;
  isOpen: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** As `shared/paywall/wire/places.ts` writes places. */
const longestKey = 80;
const longestText = 200;
const mostFound = 10_000;

const isBranch = (value: unknown): value is Fields | readonly unknown[] =>
  typeof value === 'object' && value !== null;

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] => {
  if (Array.isArray(value)) return value.map((each: unknown, index) => [String(index), each]);
  return isBranch(value) ? Object.entries(value) : [];
};

const sizeOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.length;
  return isBranch(value) ? Object.keys(value).length : 0;
};

const kindOf = (value: unknown): JsonKind => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  const kind = typeof value;
  return kind === 'string' || kind === 'number' || kind === 'boolean' ? kind : 'object';
};

const cut = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText)}…` : text;

const wordsIn = (value: unknown, keys: readonly string[]): readonly string[] =>
  kindOf(value) === 'object'
    ? keys.flatMap((key) => {
        const word = (value as Fields)[key];
        return typeof word === 'string' && word !== '' ? [word] : [];
      })
    : [];

/** A list of components reads as what they are, not as so many braces. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${sizeOf(value)}]`;
  if (!isBranch(value))
    return typeof value === 'string' ? cut(JSON.stringify(value)) : String(value);
  const words = wordsIn(value, ['type', 'name', 'value']);
  return words.length === 0 ? `{${sizeOf(value)}}` : cut(words.join(' · '));
};

const joined = (place: string, key: string): string => {
  const short = key.slice(0, longestKey);
  return place === '' ? short : `${place}.${short}`;
};

class Tree implements TreeModel {
  readonly #facts: TreeFacts;
  readonly #nodes: Node[] = [];
  readonly #root: Node;
  #visible: Node[] = [];
  /** Ways down, child by child. */
  #found: (readonly number[])[] = [];

  constructor(value: unknown, facts: TreeFacts) {
    this.#facts = facts;
    this.#root = this.#make('', value, null, 0, 1);
    this.#root.isOpen = true;
    this.#visible = [...this.#childrenOf(this.#root)];
  }

  count(): number {
    return this.#visible.length;
  }

  rows(first: number, end: number): readonly TreeRow[] {
    return this.#visible.slice(first, end).map((node) => this.#row(node));
  }

  setOpen(id: number, isOpen: boolean): number {
    const node = this.#nodes[id] ?? this.#root;
    if (isOpen) this.#open(node);
    else this.#close(node);
    return this.#visible.indexOf(node);
  }

  parentOf(id: number): number | null {
    const parent = this.#nodes[id]?.parent ?? null;
    return parent === null || parent === this.#root ? null : this.#visible.indexOf(parent);
  }

  reveal(place: string): number | null {
    let node = this.#root;
    while (node.place !== place) {
      const next = this.#childrenOf(node).find(
        (child) => place === child.place || place.startsWith(`${child.place}.`),
      );
      // What is missing is told of where it should be: that is shown.
      if (next === undefined) break;
      node = next;
    }
    return node === this.#root ? null : this.#show(node);
  }

  search(text: string): Found {
    this.#found = [];
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return { count: 0, isCut: false };
    const way: number[] = [];
    const look = (value: unknown): boolean =>
      entriesOf(value).every(([key, child], index) => {
        way.push(index);
        const isHit =
          key.toLowerCase().includes(wanted) ||
          (!isBranch(child) && String(child).toLowerCase().includes(wanted));
        if (isHit) this.#found.push([...way]);
        const goesOn = this.#found.length < mostFound && look(child);
        way.pop();
        return goesOn;
      });
    return { isCut: !look(this.#root.value), count: this.#found.length };
  }

  goTo(found: number): number | null {
    const way = this.#found[found];
    if (way === undefined) return null;
    const node = way.reduce((above, index) => this.#childrenOf(above)[index] ?? above, this.#root);
    return this.#show(node);
  }

  textOf(id: number): string {
    const value = this.#nodes[id]?.value;
    return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  }

  #make(key: string, value: unknown, parent: Node | null, index: number, siblings: number): Node {
    const node: Node = {
      id: this.#nodes.length,
      key,
      value,
      parent,
      level: parent === null ? 0 : parent.level + 1,
      index,
      siblings,
      place: parent === null ? '' : joined(parent.place, key),
      children: null,
      isOpen: false,
    };
    this.#nodes.push(node);
    return node;
  }

  #childrenOf(node: Node): readonly Node[] {
    node.children ??= entriesOf(node.value).map(([key, value], index, all) =>
      this.#make(key, value, node, index, all.length),
    );
    return node.children;
  }

  /** The rows below it that are in sight while it is open. */
  #below(node: Node): readonly Node[] {
    return this.#childrenOf(node).flatMap((child) =>
      child.isOpen ? [child, ...this.#below(child)] : [child],
    );
  }

  #open(node: Node): void {
    if (node.isOpen || sizeOf(node.value) === 0) return;
    node.isOpen = true;
    const at = this.#visible.indexOf(node);
    // In three parts: a long list has more rows than a call can have arguments.
    this.#visible = [
      ...this.#visible.slice(0, at + 1),
      ...this.#below(node),
      ...this.#visible.slice(at + 1),
    ];
  }

  #close(node: Node): void {
    if (!node.isOpen || node === this.#root) return;
    const at = this.#visible.indexOf(node);
    const rest = this.#visible.findIndex((each, index) => index > at && each.level <= node.level);
    const end = rest === -1 ? this.#visible.length : rest;
    this.#visible = [...this.#visible.slice(0, at + 1), ...this.#visible.slice(end)];
    node.isOpen = false;
  }

  #show(node: Node): number {
    const above: Node[] = [];
    for (let each = node.parent; each !== null; each = each.parent) above.unshift(each);
    for (const each of above) this.#open(each);
    return this.#visible.indexOf(node);
  }

  #row(node: Node): TreeRow {
    const { id, key, value, place, level, index, siblings, isOpen } = node;
    const { colors, texts } = this.#facts;
    const said = key === 'text_lid' && typeof value === 'string' ? texts[value] : null;
    return {
      id,
      key,
      kind: kindOf(value),
      text: textOf(value),
      hint: typeof said === 'string' ? cut(said) : null,
      swatches: swatchesOf(value, colors),
      place,
      level,
      position: index + 1,
      siblings,
      children: sizeOf(value),
      isOpen,
    };
  }
}

export const createTreeModel = (value: unknown, facts: TreeFacts): TreeModel =>
  new Tree(value, facts);
