import { execFileSync } from 'node:child_process';

/** A line of what is in a package. */
export interface DebEntry {
  readonly mode: string;
  readonly owner: string;
  /** Absolute; of a folder with a slash at its end. */
  readonly name: string;
  /** Where a link leads. */
  readonly target?: string;
}

const line = /^(\S{10}) (\S+) +\d+ \S+ \S+ \.(\S*)(?: -> (\S+))?$/;

const entryOf = (text: string): DebEntry => {
  const [, mode = '', owner = '', name = '', target] = line.exec(text) ?? [];
  return { mode, owner, name, ...(target === undefined ? {} : { target }) };
};

/** What a package would put on the disk, in the order in which it does. */
export const debEntries = (file: string): readonly DebEntry[] =>
  execFileSync('dpkg-deb', ['--contents', file], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
    .map(entryOf);
