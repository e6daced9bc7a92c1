import { type Settings, settingsSchema } from '../../shared/contract/documents.ts';
import { messages } from '../messages.ts';
import { parseCount, parseSize } from './parse-size.ts';
import { isBytes, settingWord } from './setting-word.ts';

export type SizeSetting = {
  [Name in keyof Settings]: Settings[Name] extends number ? Name : never;
}[keyof Settings];

type ReadSize =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: string };

const words = messages.settings;

/** What was typed for a size, or what is wrong with it. */
export const readSizeSetting = (name: SizeSetting, text: string): ReadSize => {
  const value = isBytes(name) ? parseSize(text) : parseCount(text);
  if (value === null)
    return { ok: false, problem: isBytes(name) ? words.notASize : words.notANumber };
  const { minValue, maxValue } = settingsSchema.shape[name];
  const [least, most] = [minValue ?? 0, maxValue ?? Number.MAX_SAFE_INTEGER];
  if (value >= least && value <= most) return { ok: true, value };
  const problem = words.range(settingWord(name, least), settingWord(name, most));
  return { ok: false, problem };
};
