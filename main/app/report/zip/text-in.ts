import type { ZipFile } from './read-zip.ts';
import { ZipProblem } from './zip-directory.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of one of its files; throws a `ZipProblem` where it is none. */
export const textIn = async (zip: ZipFile, name: string): Promise<string> => {
  const bytes = await zip.read(name);
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ZipProblem(`has something else than text in ${name}`);
  }
};
