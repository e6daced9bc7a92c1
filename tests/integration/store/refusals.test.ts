import { spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { askChild } from './children/run-child.ts';
import { type WriteSubject, writeSubjects } from './children/write-subjects.ts';
import { diskIn, documentOf, envelopeOf, keyFolderIn } from './disks.ts';

const isRoot = process.getuid?.() === 0;
const nobody = isRoot ? { uid: 65534, gid: 65534 } : {};

/** Why an ordinary user cannot run the child; permissions do not bind root. */
const hindrance = (): string | null => {
  if (process.platform === 'win32') return 'Windows has no permissions of this kind';
  const file = path.join(import.meta.dirname, 'children/refuse.ts');
  const script = `fs.accessSync(${JSON.stringify(file)})`;
  const { status } = spawnSync(process.execPath, ['-e', script], nobody);
  return status === 0 ? null : 'the user nobody cannot read the sources';
};

describe('permissions', () => {
  it('of folders and files that are taken away are a problem in a sentence, and nothing is tried twice', async (context) => {
    const reason = hindrance();
    context.skip(reason !== null, reason ?? '');
    const folder = temporaryFolder();
    if (isRoot) chownSync(folder, 65534, 65534);
    const problem = 'the system does not allow it';
    const failed = { status: 'failed', problem };
    const unreadable = { status: 'unreadable', problem };
    expect(await askChild('refuse.ts', [folder], nobody)).toEqual({
      // For each write: one attempt to make a file, and the removal of what it may have left.
      calls: expect.toSatisfy((calls: number) => calls <= 3 * 5),
      closed: [failed, failed, failed],
      kept: ['present', ['wf']],
      reopened: { ok: false, problem: `The data folder ${folder} cannot be used: ${problem}` },
      mended: 'written',
      unreadable: [unreadable, unreadable],
      quarantined: 0,
      readable: 'present',
    });
  });

  it('that are taken from one file leave it where it is and all others as they are, whatever it holds', async (context) => {
    const reason = hindrance();
    context.skip(reason !== null, reason ?? '');
    const folder = temporaryFolder();
    if (isRoot) chownSync(folder, 65534, 65534);
    const found = await askChild('unreadable.ts', [folder], nobody);
    const versions = (subject: WriteSubject): (number | string)[] =>
      writeSubjects.map((other) => {
        if (other !== subject) return 1;
        // Settings that cannot be read are the defaults.
        return subject === 'settings' ? -1 : 'unreadable';
      });
    expect(found).toEqual({
      written: writeSubjects.map(() => true),
      outcomes: writeSubjects.map((subject) => ({
        subject,
        versions: versions(subject),
        moved: [],
        isThere: true,
        after: 1,
      })),
    });
  });

  // The library would try each of them for a second, with the event loop blocked.
  it.each([
    ['openSync', 'EACCES'],
    ['openSync', 'EPERM'],
    ['openSync', 'EMFILE'],
    ['renameSync', 'EPERM'],
    ['renameSync', 'EBUSY'],
  ])(
    'that the folder does not show (%s, %s) are met once, and never by the library',
    async (call, code) => {
      // At most two: before it writes, it looks whether a newer version wrote what is there.
      const few = expect.toSatisfy((attempts: number) => attempts === 1 || attempts === 2);
      const once = { status: 'failed', attempts: few };
      expect(await askChild('refuse-call.ts', [temporaryFolder(), call, code])).toEqual({
        outcomes: [once, once],
        mended: 'written',
      });
    },
  );

  it('are for the owner only, whatever the umask and whatever they were before', (context) => {
    context.skip(process.platform === 'win32', 'Windows has no permissions of this kind');
    const folder = temporaryFolder();
    const before = process.umask(0);
    try {
      const disk = diskIn(folder);
      disk.writeList(documentOf('{"workflows":[]}'));
      disk.writeEnvelope(envelopeOf('wf'));
      disk.writeEnvelope(envelopeOf('wf2', { keep: 'on-demand' }));
      const keyFolder = keyFolderIn(folder);
      const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);
      const folders = ['', 'prefetched', 'on-demand', 'quarantine'];
      const files = [
        disk.pathOf({ kind: 'list' }),
        ...['wf', 'wf2'].map((id) => disk.pathOf({ kind: 'envelope', id })),
      ];
      expect([
        modeOf(path.dirname(keyFolder)),
        ...folders.map((name) => modeOf(path.join(keyFolder, name))),
        ...files.map(modeOf),
      ]).toEqual(['700', '700', '700', '700', '700', '600', '600', '600']);
    } finally {
      process.umask(before);
    }
  });
});
