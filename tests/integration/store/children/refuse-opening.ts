// Every opening of a file in a folder that looks writable is refused for good; counts the attempts.
import { systemError, watch } from './watched-fs.ts';

const { diskIn, documentOf } = await import('../disks.ts');

const [folder = ''] = process.argv.slice(2);
const disk = diskIn(folder);
let attempts = 0;

const write = () => {
  attempts = 0;
  const { status } = disk.writeList(documentOf('{"workflows":[]}'));
  return { status, attempts };
};

watch.before = (name) => {
  if (name !== 'openSync') return;
  attempts += 1;
  throw systemError('EACCES', 'open');
};
const refused = [write(), write(), write()];
watch.before = null;
process.stdout.write(JSON.stringify({ refused, mended: write().status }));
