import type { Settings } from '../../shared/contract/documents.ts';
import { messages } from '../messages.ts';
import { sizeText } from '../state/format.ts';

const { appearances, on, off } = messages.settings;

/** The settings that are bytes; the other numbers count something. */
const byteSettings: readonly (keyof Settings)[] = ['fileCacheBytes', 'onDemandBytes'];

export const isBytes = (name: keyof Settings): boolean => byteSettings.includes(name);

/** A setting's value as a person reads it. */
export const settingWord = (name: keyof Settings, value: Settings[keyof Settings]): string => {
  if (typeof value === 'boolean') return value ? on : off;
  if (typeof value === 'string') return appearances[value];
  return isBytes(name) ? sizeText(value) : messages.number(value);
};
