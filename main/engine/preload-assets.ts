import type { Asset } from '../../shared/model/assets.ts';
import type { EventId } from '../../shared/timeline.ts';
import type { FileCache, FileRef } from '../cdn/files.ts';
import type { Scope } from './life.ts';

/** The images and fonts of one body. */
export interface Preload {
  /** The workflow or the offering that they belong to. */
  readonly id: string;
  /** Names the body; what was asked for once is not asked for again in this generation. */
  readonly once: string;
  readonly assets: readonly Asset[];
}

/** What an asset is filed under: nobody announces its hash. */
export const refOf = ({ url }: Asset): FileRef => ({ url, hash: null });

export const hasAll = (files: FileCache, assets: readonly Asset[]): boolean =>
  assets.every((asset) => files.has(refOf(asset)));

/** Sees to it that they are on disk; nobody waits for it, and its failure concerns nobody. */
export const preloadAssets = (
  scope: Scope,
  { id, once, assets }: Preload,
  cause: () => EventId,
): void => {
  if (!scope.isCurrent() || scope.preloaded.has(once)) return;
  scope.preloaded.add(once);
  const trace = scope.trace(cause());
  for (const asset of assets) void scope.downloads.asset({ ref: refOf(asset), ids: [id], trace });
};
