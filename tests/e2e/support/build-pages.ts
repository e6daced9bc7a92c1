import path from 'node:path';
import { ensureBuilt } from '../../../main/tools/build/ensure-built.ts';
import { partNames } from '../../../main/tools/build/parts.ts';

/** Before the workers start, so that each of them finds everything built. */
export default async (): Promise<void> => {
  const root = path.join(import.meta.dirname, '../../..');
  const built = await ensureBuilt(root, partNames);
  if (!built.ok) throw new Error(built.message);
};
