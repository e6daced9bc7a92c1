// A call of the file system is refused for good in a folder that looks writable; counts the attempts.
import { type FaultCode, systemError, watch } from '../../../helpers/watched-fs.ts';

const { diskIn, documentOf } = await import('../disks.ts');

const [folder = '', refused = 'openSync', code = 'EACCES'] = process.argv.slice(2);
const disk = diskIn(folder);
let attempts = 0;

const write = () => {
  attempts = 0;
  const { status } = disk.writeList(documentOf('{"workflows":[]}'));
  return { status, attempts };
};

watch.before = (name) => {
  if (name !== refused) return;
  attempts += 1;
  // This file is run by its own tests only, which name codes that there are.
  throw systemError(code as FaultCode, name);
};
const outcomes = [write(), write()];
watch.before = null;
process.stdout.write(JSON.stringify({ outcomes, mended: write().status }));
