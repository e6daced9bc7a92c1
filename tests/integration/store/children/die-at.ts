// Kills itself at the k-th call of the file system in a write or a clear; says how many there are.
import { countCalls, watch } from '../../../helpers/watched-fs.ts';

const { diskIn, documentOf, envelopeOf } = await import('../disks.ts');

const [folder = '', what = 'write', at = '0'] = process.argv.slice(2);
const disk = diskIn(folder);

const run = (): void => {
  if (what === 'clear') disk.clear();
  else disk.writeEnvelope(envelopeOf('wf', { storedAt: 2 }));
};

const dieAt = (deadly: number): void => {
  let calls = 0;
  watch.before = () => {
    calls += 1;
    if (calls === deadly) process.kill(process.pid, 'SIGKILL');
  };
  run();
};

disk.writeList(documentOf('{"workflows":[]}'));
disk.writeEnvelope(envelopeOf('other'));
disk.writeEnvelope(envelopeOf('wf', { storedAt: 1 }));
if (at === '0') process.stdout.write(String(countCalls(run)));
else dieAt(Number(at));
