// Says in which order a write calls the file system, after a first one.
import { watch } from '../../../helpers/watched-fs.ts';

const { isWriteSubject, writerOf } = await import('./write-subjects.ts');

const [folder = '', subject = ''] = process.argv.slice(2);
if (!isWriteSubject(subject)) throw new Error(`Nothing is called ${subject}.`);
const { write } = writerOf(folder, subject);
const calls: string[] = [];
write(1);
watch.before = (name) => void calls.push(name);
write(2);
watch.before = null;
process.stdout.write(JSON.stringify(calls));
