import type { Workflow } from './workflow.ts';

/** Which part of a paywall an address was found in. */
export type AssetKind = 'image' | 'icon' | 'font' | 'video';

export interface Asset {
  readonly kind: AssetKind;
  readonly url: string;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** The picture a desktop renderer draws: the webp where there is one, else the original. */
const imageUrl = (node: Json): string | null =>
  'width' in node && 'height' in node
    ? (text(node['webp']) ?? text(node['original']) ?? text(node['heic']))
    : null;

const videoUrl = (node: Json): string | null =>
  'width' in node && 'height' in node && !('original' in node) ? text(node['url']) : null;

/** An icon's address is its folder and the name of one of its formats. */
interface Icon {
  readonly folder: string | null;
  readonly name: string | null;
}

const noIcon: Icon = { folder: null, name: null };

const iconOf = (node: Json): Icon => {
  const formats = node['formats'];
  return {
    folder: text(node['base_url']),
    name: isObject(formats)
      ? (text(formats['webp']) ?? text(formats['svg']) ?? text(formats['png']))
      : null,
  };
};

/** An override says only what it changes: the rest is as the icon around it has it. */
const mergeIcons = (outer: Icon, inner: Icon): Icon => ({
  folder: inner.folder ?? outer.folder,
  name: inner.name ?? outer.name,
});

/** Longer addresses are none: joined with many names, one of them would fill the memory. */
const longestAddress = 4_000;

const withoutEnd = (folder: string): string => {
  let end = folder.length;
  while (folder.endsWith('/', end)) end -= 1;
  return folder.slice(0, end);
};

const iconUrl = ({ folder, name }: Icon): string | null =>
  folder === null || name === null || folder.length + name.length > longestAddress
    ? null
    : `${withoutEnd(folder)}/${name}`;

const assetOf = (node: Json, outerIcon: Icon): Asset | null => {
  const icon = iconOf(node);
  const saysIcon = icon.folder !== null || icon.name !== null;
  const addresses: readonly (readonly [AssetKind, string | null])[] = [
    ['icon', saysIcon ? iconUrl(mergeIcons(outerIcon, icon)) : null],
    ['image', imageUrl(node)],
    ['video', videoUrl(node)],
  ];
  for (const [kind, url] of addresses) if (url !== null) return { kind, url };
  return null;
};

/** A node that has none of these is no asset, and says nothing about icons inside it. */
const isTelling = (name: string): boolean =>
  name === 'width' || name === 'formats' || name === 'base_url';

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null;

/**
 * Walks with a stack of its own: a body may be nested deeper than functions can call. Every node of
 * every body comes by here and most tell nothing, so that nothing is made for these.
 */
const walk = (root: unknown, found: Map<string, Asset>): void => {
  const nodes: unknown[] = [root];
  /** The icon around each of them. */
  const icons: Icon[] = [noIcon];

  const push = (node: unknown): void => {
    if (isNested(node)) nodes.push(node);
  };

  /** True: the node may be an asset, or tell of an icon. */
  const pushMembers = (node: Json): boolean => {
    let tells = false;
    for (const name in node) {
      push(node[name]);
      tells ||= isTelling(name);
    }
    return tells;
  };

  const visit = (node: Json, outer: Icon): Icon => {
    const asset = assetOf(node, outer);
    if (asset !== null && !found.has(asset.url)) found.set(asset.url, asset);
    return mergeIcons(outer, iconOf(node));
  };

  /** The first of those above comes next, and so it has to be the last one. */
  const turnRound = (from: number): void => {
    for (let low = from, high = nodes.length - 1; low < high; low += 1, high -= 1) {
      const node = nodes[low];
      nodes[low] = nodes[high];
      nodes[high] = node;
    }
  };

  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    let icon = icons.pop() ?? noIcon;
    const from = nodes.length;
    if (Array.isArray(node)) (node as unknown[]).forEach(push);
    else if (isObject(node) && pushMembers(node)) icon = visit(node, icon);
    for (let count = from; count < nodes.length; count += 1) icons.push(icon);
    turnRound(from);
  }
};

const addFonts = (uiConfig: Json, found: Map<string, Asset>): void => {
  const app = uiConfig['app'];
  const fonts = isObject(app) ? app['fonts'] : null;
  if (!isObject(fonts)) return;
  for (const byPlatform of Object.values(fonts)) {
    if (!isObject(byPlatform)) continue;
    for (const font of Object.values(byPlatform)) {
      const url = isObject(font) ? text(font['url']) : null;
      if (url !== null && !found.has(url)) found.set(url, { kind: 'font', url });
    }
  }
};

/** The most assets that are fetched for one workflow. */
export const mostAssets = 500;

/** Every image, icon, video and font that the screens of a workflow use, each address once. */
export const collectAssets = (workflow: Workflow): readonly Asset[] => {
  const found = new Map<string, Asset>();
  walk(workflow.screens, found);
  addFonts(workflow.uiConfig, found);
  return [...found.values()];
};
