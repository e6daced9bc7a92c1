// An ordinary user's files that stop letting it in, each in turn; says what becomes of all of them.
import { chmodSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { keyFolderIn } from '../disks.ts';
import { writeSubjects, writerOf } from './write-subjects.ts';

const [folder = ''] = process.argv.slice(2);

/** One of each kind; a version that reads back is a good one. */
const open = () => writeSubjects.map((subject) => writerOf(path.join(folder, subject), subject));

/** Its file is the only one in its place that is not a folder. */
const fileOf = (place: string): string => {
  const [entry] = readdirSync(place, { withFileTypes: true }).filter((each) => each.isFile());
  if (entry === undefined) throw new Error(`There is no file in ${place}.`);
  return path.join(place, entry.name);
};

const written = open().map(({ write }) => write(1));
const outcomes = writeSubjects.map((subject, index) => {
  const place = open()[index]?.place ?? '';
  const file = fileOf(place);
  chmodSync(file, 0);
  const versions = open().map(({ version }) => version());
  const quarantine = path.join(keyFolderIn(path.join(folder, subject)), 'quarantine');
  const isAlone = subject === 'file' || subject === 'settings';
  const moved = isAlone ? [] : readdirSync(quarantine);
  const isThere = fileOf(place) === file;
  chmodSync(file, 0o600);
  return { subject, versions, moved, isThere, after: open()[index]?.version() };
});
process.stdout.write(JSON.stringify({ written, outcomes }));
