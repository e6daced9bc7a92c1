// Fails the k-th call of the file system in a write, for every k, and says what is left then.
import { readdir } from 'node:fs/promises';
import { type FaultCode, countCalls, systemError, watch } from '../../../helpers/watched-fs.ts';

const { isWriteSubject, writerOf } = await import('./write-subjects.ts');

const [folder = '', mode = 'once', subject = ''] = process.argv.slice(2);
if (!isWriteSubject(subject)) throw new Error(`Nothing is called ${subject}.`);
const { write, version, place } = writerOf(folder, subject);

/** What a write leaves behind that goes wrong. */
const isTemporary = (name: string): boolean => /\.next|\.tmp-|\.part$/.test(name);

const failFrom = (code: FaultCode, at: number): void => {
  let calls = 0;
  watch.before = (name) => {
    calls += 1;
    if (calls === at || (mode === 'lasting' && calls > at)) throw systemError(code, name);
  };
};

const outcomeOf = (code: FaultCode, at: number) => {
  write(1);
  failFrom(code, at);
  const isWritten = write(2);
  watch.before = null;
  return { code, at, isWritten, version: version(), isMended: write(3) };
};

write(0);
const calls = countCalls(() => void write(1));
const codes: readonly FaultCode[] =
  mode === 'once' ? ['EIO', 'ENOSPC', 'EACCES', 'EMFILE'] : ['EIO', 'ENOSPC'];
const outcomes = codes.flatMap((code) =>
  Array.from({ length: calls }, (_, index) => outcomeOf(code, index + 1)),
);
// The library removes its own temporary files behind the program's back: each look waits in line
// behind what it has asked for, and a file that outlives many looks was forgotten.
let leftovers = await readdir(place);
for (let look = 0; look < 1000 && leftovers.some(isTemporary); look += 1) {
  leftovers = await readdir(place);
}
process.stdout.write(JSON.stringify({ calls, outcomes, leftovers: leftovers.filter(isTemporary) }));
