// An ordinary user's disk whose folders, and then whose files, stop letting it in.
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { countCalls } from '../../../helpers/watched-fs.ts';

const { apiKey, diskIn, documentOf, envelopeOf, keyFolderIn } = await import('../disks.ts');
const { openDisk } = await import('../../../../main/store/open-disk.ts');

const [folder = ''] = process.argv.slice(2);
const keyFolder = keyFolderIn(folder);
const folders = [keyFolder, path.join(keyFolder, 'prefetched'), path.join(keyFolder, 'on-demand')];
const text = '{"workflows":[]}';

const disk = diskIn(folder);
disk.writeList(documentOf(text));
disk.writeEnvelope(envelopeOf('wf'));

const closed: unknown[] = [];
for (const each of folders) chmodSync(each, 0o500);
const calls = countCalls(() => {
  closed.push(disk.writeList(documentOf('{"workflows":[],"x":1}')));
  closed.push(disk.writeEnvelope(envelopeOf('wf2')));
  closed.push(disk.writeEnvelope(envelopeOf('wf3', { keep: 'on-demand' })));
});
const kept = [disk.readList().status, disk.contents().envelopes];
const reopened = openDisk({
  folder,
  apiKey,
  space: { isFull: false },
  onDemandCap: { entries: 1, bytes: 1000 },
});
for (const each of folders) chmodSync(each, 0o700);
const mended = disk.writeList(documentOf(text)).status;

chmodSync(disk.pathOf({ kind: 'list' }), 0);
chmodSync(disk.pathOf({ kind: 'envelope', id: 'wf' }), 0);
const unreadable = [disk.readList(), disk.readEnvelope(disk.keyOf('wf'))];
const quarantined = disk.quarantinedCount();
chmodSync(disk.pathOf({ kind: 'list' }), 0o600);
const readable = disk.readList().status;

process.stdout.write(
  JSON.stringify({ calls, closed, kept, reopened, mended, unreadable, quarantined, readable }),
);
