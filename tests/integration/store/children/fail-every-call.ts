// Fails the k-th call of the file system in a write, for every k, and says what is left then.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type FaultCode, countCalls, systemError, watch } from './watched-fs.ts';

const { diskIn, envelopeOf } = await import('../disks.ts');

const [folder = '', mode = 'once'] = process.argv.slice(2);
const disk = diskIn(folder);
const key = disk.keyOf('wf');

const write = (version: number) => disk.writeEnvelope(envelopeOf('wf', { storedAt: version }));

const version = (): number | string => {
  const read = disk.readEnvelope(key);
  return read.status === 'present' ? read.value.storedAt : read.status;
};

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
  const { status } = write(2);
  watch.before = null;
  return { code, at, status, version: version(), isMended: write(3).status === 'written' };
};

write(0);
const calls = countCalls(() => void write(1));
const codes: readonly FaultCode[] =
  mode === 'once' ? ['EIO', 'ENOSPC', 'EACCES', 'EMFILE'] : ['EIO', 'ENOSPC'];
const outcomes = codes.flatMap((code) =>
  Array.from({ length: calls }, (_, index) => outcomeOf(code, index + 1)),
);
// The library removes its own temporary files a moment later.
for (let turn = 0; turn < 20; turn += 1) await setImmediate();
const leftovers = readdirSync(path.dirname(disk.pathOf({ kind: 'envelope', id: 'wf' })));
process.stdout.write(JSON.stringify({ calls, outcomes, leftovers }));
