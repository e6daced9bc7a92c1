import { largestJsonBytes } from '../../shared/contract/project.ts';
import { hasScenarioEnding, largestScenarioBytes, unreadable } from '../../shared/scenario/file.ts';
import { messages } from '../messages.ts';

/** What of a file of the browser is needed. */
export type DroppedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

type Dropped =
  | { readonly ok: true; readonly name: string; readonly text: string }
  /** Why nothing is opened, in a sentence. */
  | { readonly ok: false; readonly message: string };

const words = messages.drop;

const refused = (message: string): Dropped => ({ ok: false, message });

const read = async (file: DroppedFile): Promise<Dropped> => {
  const { name } = file;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return { ok: true, name, text };
  } catch (error) {
    // A folder may be called so, too, and a file may be gone by now.
    return refused(
      error instanceof TypeError ? words.file(name, unreadable.notText) : words.gone(name),
    );
  }
};

/** Reads the scenario, or the JSON of a project, among what was dropped; nothing but one such file can be. */
export const readDropped = async (files: readonly DroppedFile[]): Promise<Dropped> => {
  const [file] = files;
  if (file === undefined || files.length > 1 || !hasScenarioEnding(file.name))
    return refused(words.allowed);
  if (/\.json$/i.test(file.name))
    return file.size > largestJsonBytes
      ? refused(words.file(file.name, words.tooLarge(largestJsonBytes)))
      : read(file);
  return file.size > largestScenarioBytes
    ? refused(words.file(file.name, unreadable.tooLarge))
    : read(file);
};
