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
const iconUrl = (node: Json): string | null => {
  const base = text(node['base_url']);
  const formats = node['formats'];
  if (base === null || !isObject(formats)) return null;
  const name = text(formats['webp']) ?? text(formats['svg']) ?? text(formats['png']);
  return name === null ? null : `${base.replace(/\/+$/, '')}/${name}`;
};

const readers: readonly (readonly [AssetKind, (node: Json) => string | null])[] = [
  ['icon', iconUrl],
  ['image', imageUrl],
  ['video', videoUrl],
];

const assetOf = (node: Json): Asset | null => {
  for (const [kind, read] of readers) {
    const url = read(node);
    if (url !== null) return { kind, url };
  }
  return null;
};

/** Walks with a stack of its own: a body may be nested deeper than functions can call. */
const walk = (root: unknown, found: Map<string, Asset>): void => {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (Array.isArray(node)) {
      for (const child of (node as unknown[]).toReversed()) waiting.push(child);
    } else if (isObject(node)) {
      const asset = assetOf(node);
      if (asset !== null && !found.has(asset.url)) found.set(asset.url, asset);
      for (const child of Object.values(node).reverse()) waiting.push(child);
    }
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

/** Every image, icon, video and font that the screens of a workflow use, each address once. */
export const collectAssets = (workflow: Workflow): readonly Asset[] => {
  const found = new Map<string, Asset>();
  walk(workflow.screens, found);
  addFonts(workflow.uiConfig, found);
  return [...found.values()];
};
