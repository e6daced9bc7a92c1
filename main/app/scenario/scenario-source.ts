import { statSync } from 'node:fs';
import path from 'node:path';
import type { OpenScenario } from '../../../shared/contract/documents.ts';
import {
  type LoadedText,
  type ReadText,
  type ScenarioText,
  loadScenarioText,
  readScenarioText,
} from '../../scenario/load.ts';

type Problems = Extract<OpenScenario['content'], { status: 'unusable' }>['problems'];

export type UsableText = Extract<LoadedText, { ok: true }>;
export type LoadedSource = UsableText | { readonly ok: false; readonly problems: Problems };

/** Where a scenario comes from; what is there may be another text each time. */
export interface ScenarioSource {
  /** For a person. */
  readonly file: string;
  load(): LoadedSource;
}

const isNoText = (file: string): boolean => {
  try {
    const found = statSync(file);
    return !found.isFile() && !found.isDirectory();
  } catch {
    // Reading it says why.
    return false;
  }
};

/** As `readScenarioText`; but a pipe would be waited for, and all the app with it. */
export const readScenarioFile = (file: string): ReadText =>
  isNoText(file) ? { ok: false, message: 'is no file that holds text' } : readScenarioText(file);

const load = (text: ScenarioText): LoadedSource => {
  const loaded = loadScenarioText(text);
  if (loaded.ok) return loaded;
  const problems = loaded.problems.map(({ line, column, key, message }) => ({
    place: { line, column },
    key,
    message,
  }));
  return { ok: false, problems };
};

/** A file on this machine, by its absolute path. */
export const fileSource = (file: string): ScenarioSource => ({
  file,
  load: () => {
    const read = readScenarioFile(file);
    if (read.ok) return load({ text: read.text, folder: path.dirname(file) });
    const message = `The file ${read.message}.`;
    return { ok: false, problems: [{ place: null, key: '', message }] };
  },
});

/** The text of a file of which nobody knows where it lies. */
export const textSource = (file: string, text: string): ScenarioSource => ({
  file,
  load: () => load({ text, folder: null }),
});
