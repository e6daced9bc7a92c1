import os from 'node:os';
import path from 'node:path';

/** A path as people type it: absolute, or from their home; null: it is neither. */
export const typedPath = (typed: string, home = os.homedir()): string | null => {
  const text = typed.trim();
  const isAtHome = text === '~' || /^~[\\/]/.test(text);
  const whole = isAtHome ? path.join(home, text.slice(1)) : text;
  return path.isAbsolute(whole) ? path.resolve(whole) : null;
};
