import { messages } from '../messages.ts';
import { fuzzyScore } from './fuzzy.ts';
import type { PaletteCommand } from './palette-commands.ts';

/** More would not be looked through, but searched for by more letters. */
const mostShown = 50;

const scoreOf = (typed: string, { group, word, detail }: PaletteCommand): number | null => {
  const own = fuzzyScore(typed, word);
  const all = fuzzyScore(typed, `${word} ${detail} ${messages.palette.groups[group]}`);
  if (own === null) return all;
  return Math.max(own + 5, all ?? 0);
};

/** The commands that somebody may mean, the likeliest first. */
export const findCommands = (
  commands: readonly PaletteCommand[],
  typed: string,
): readonly PaletteCommand[] => {
  if (typed.trim() === '') return commands.slice(0, mostShown);
  return commands
    .flatMap((command) => {
      const score = scoreOf(typed, command);
      return score === null ? [] : [{ command, score }];
    })
    .toSorted((one, other) => other.score - one.score)
    .slice(0, mostShown)
    .map(({ command }) => command);
};
