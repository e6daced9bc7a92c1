import type { SettingsFile } from '../store/settings-file.ts';
import { type RunSoon, runIn } from './run-soon.ts';

/** A value that is there again after a restart. */
export interface KeptValue<T> {
  read(): T;
  /** Holds at once, and is on disk within a moment. */
  change(change: Partial<T>): void;
  /** Writes what is not on disk yet. */
  flush(): void;
  /** It is as if nobody had ever changed it; nothing is written. */
  forget(): void;
}

interface KeptValueOptions<T> {
  readonly file: SettingsFile<T>;
  /** What it is where nobody ever changed it. */
  readonly first: T;
  /** It could not be written, and why. */
  readonly onProblem: (problem: string) => void;
  readonly onChange?: () => void;
  readonly runSoon?: RunSoon;
}

/** Who drags something changes it sixty times a second; the disk hears of every thirtieth. */
const pauseMs = 500;

/** Keeps a value in a file of its own, which is written once for all changes of a moment. */
export const keepValue = <T extends object>(options: KeptValueOptions<T>): KeptValue<T> => {
  const { file, first, onProblem, onChange = () => undefined, runSoon = runIn(pauseMs) } = options;
  let value = file.read();
  let cancel: (() => void) | null = null;

  const settle = (): void => {
    cancel?.();
    cancel = null;
  };

  const write = (): void => {
    settle();
    const problem = file.write(value);
    if (problem !== null) onProblem(problem);
  };

  return Object.freeze({
    read: () => value,
    change: (change: Partial<T>) => {
      value = { ...value, ...change };
      cancel ??= runSoon(write);
      onChange();
    },
    flush: () => {
      if (cancel !== null) write();
    },
    forget: () => {
      settle();
      value = first;
      onChange();
    },
  });
};
