import { setImmediate as nextTurn } from 'node:timers/promises';
import { offeringId, workflowId } from '../../../shared/model/ids.ts';
import { fileNameOf } from '../../cdn/file-name.ts';
import type { OpenedFile } from '../../cdn/opened-file.ts';
import { reportNames } from './format.ts';
import { writeLimits } from './limits.ts';
import type { ReportSource } from './report-source.ts';
import type { ReportTask } from './report-task.ts';

/** Those of what memory holds, each once; the paywalls of the first rows come first. */
const addressesOf = function* ({ view, contents }: ReportSource): Generator<string> {
  for (const { id, copy } of view.workflows)
    if (copy !== null) for (const { url } of contents.copy(workflowId(id))?.assets ?? []) yield url;
  for (const { id, hasOwnPaywall } of view.offerings)
    if (hasOwnPaywall)
      for (const { url } of contents.ownPaywall(offeringId(id))?.assets ?? []) yield url;
};

const looksPerTurn = 20;

/** Writes the pictures, fonts and films that are in the cache; resolves with how many. */
export const writeAssets = async (task: ReportTask): Promise<number> => {
  const { source, redactor, zip, leaveOut } = task;
  const seen = new Set<string>();
  let written = 0;
  let bytes = 0;
  let left = 0;

  const write = async (url: string, file: OpenedFile): Promise<void> => {
    const isFull =
      written >= writeLimits.assets ||
      bytes + file.sizeBytes > writeLimits.assetBytes ||
      zip.sizeBytes() + file.sizeBytes > writeLimits.zipBytes;
    if (isFull || file.sizeBytes === 0) {
      left += 1;
      await file.close();
      return;
    }
    bytes += file.sizeBytes;
    written += 1;
    // By the address that the paywalls of the report have for it.
    const name = fileNameOf({ url: redactor.wire(url), hash: null });
    await zip.add(`${reportNames.assetFolder}${name}`, file.read(0, file.sizeBytes - 1));
  };

  for (const url of addressesOf(source)) {
    if (seen.has(url)) continue;
    if (seen.size >= writeLimits.assetsLookedFor) break;
    seen.add(url);
    const file = await source.openAsset(url);
    if (file !== null) await write(url, file);
    else if (seen.size % looksPerTurn === 0) await nextTurn();
  }
  if (left > 0) leaveOut(`${String(left)} pictures, fonts or films, for want of room.`);
  return written;
};
