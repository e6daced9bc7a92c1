import path from 'node:path';
import { buildPreview } from '../../../main/tools/shoot/build-preview.ts';

/** Before the workers start, so that they do not all build it at once. */
export default async (): Promise<void> => {
  await buildPreview(path.join(import.meta.dirname, '../../..'));
};
