import { describe, expect, it } from 'vitest';
import { createTreeModel } from '../../../../renderer/inspector/json/tree-model.ts';

const facts = {
  colors: {
    brand: { light: { type: 'hex', value: '#0a7' }, dark: { type: 'hex', value: '#fff' } },
  },
  texts: { hello: 'Hello there' },
};

const screen = {
  name: 'Plans',
  config: {
    stack: {
      type: 'stack',
      name: 'Page',
      components: [
        { type: 'text', text_lid: 'hello', color: { light: { type: 'alias', value: 'brand' } } },
        { type: 'spacer' },
      ],
    },
  },
};

const open = () => createTreeModel(screen, facts);
const keys = (tree: ReturnType<typeof open>) =>
  tree.rows(0, tree.count()).map(({ key, level }) => `${'-'.repeat(level)}${key}`);

describe('JSON as a tree', () => {
  it('shows what is at the top first, and what is in it once it is opened', () => {
    const tree = open();
    expect(keys(tree)).toEqual(['-name', '-config']);
    const [, config] = tree.rows(0, 2);
    expect(tree.setOpen(config?.id ?? 0, true)).toBe(1);
    expect(keys(tree)).toEqual(['-name', '-config', '--stack']);
    tree.setOpen(config?.id ?? 0, false);
    expect(keys(tree)).toEqual(['-name', '-config']);
  });

  it('remembers what was open in what is closed', () => {
    const tree = open();
    tree.reveal('config.stack.components');
    const before = keys(tree);
    const [, config] = tree.rows(0, 2);
    tree.setOpen(config?.id ?? 0, false);
    tree.setOpen(config?.id ?? 0, true);
    expect(keys(tree)).toEqual(before);
  });

  it('opens what is above a place, and as much as there is of one that is not there', () => {
    const tree = open();
    const index = tree.reveal('config.stack.components.0.text_lid') ?? -1;
    const missing = tree.reveal('config.stack.components.1.text_lid') ?? -1;
    expect([index, missing].map((at) => tree.rows(at, at + 1)[0]?.place)).toEqual([
      'config.stack.components.0.text_lid',
      'config.stack.components.1',
    ]);
    expect(tree.reveal('nowhere')).toBe(null);
  });

  it('tells the text that an id names, and what a component is', () => {
    const tree = open();
    const index = tree.reveal('config.stack.components.0.text_lid') ?? -1;
    const stack = tree.reveal('config.stack') ?? -1;
    expect([tree.rows(index, index + 1)[0], tree.rows(stack, stack + 1)[0]]).toMatchObject([
      { text: '"hello"', hint: 'Hello there', kind: 'string', position: 2, siblings: 3 },
      { text: 'stack · Page', hint: null, kind: 'object', children: 3 },
    ]);
  });

  it('knows what stands above a row; nothing does at the top', () => {
    const tree = open();
    const index = tree.reveal('config.stack') ?? -1;
    const [row] = tree.rows(index, index + 1);
    const [top] = tree.rows(0, 1);
    expect([tree.parentOf(row?.id ?? 0), tree.parentOf(top?.id ?? 0)]).toEqual([1, null]);
  });

  it('finds keys and values, opened or not, in the order of the rows', () => {
    const tree = open();
    expect(tree.search('TEXT')).toEqual({ count: 2, isCut: false });
    const places = [0, 1].map((found) => {
      const index = tree.goTo(found) ?? -1;
      return tree.rows(index, index + 1)[0]?.place;
    });
    expect([...places, tree.goTo(2)]).toEqual([
      'config.stack.components.0.type',
      'config.stack.components.0.text_lid',
      null,
    ]);
    expect([tree.search('nothing of it'), tree.search('  ')]).toEqual([
      { count: 0, isCut: false },
      { count: 0, isCut: false },
    ]);
  });

  it('gives a text as it is, and all else as JSON', () => {
    const tree = open();
    const [name, config] = tree.rows(0, 2);
    expect(tree.textOf(name?.id ?? 0)).toBe('Plans');
    expect(JSON.parse(tree.textOf(config?.id ?? 0))).toEqual(screen.config);
  });

  it('opens a list that is longer than a call may have arguments', () => {
    const tree = createTreeModel({ all: Array.from({ length: 300_000 }, (_, at) => at) }, facts);
    const [all] = tree.rows(0, 1);
    tree.setOpen(all?.id ?? 0, true);
    expect([tree.count(), tree.rows(300_000, 300_001)[0]?.key]).toEqual([300_001, '299999']);
  });
});
