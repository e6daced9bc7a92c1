import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSubjects, writerOf } from './children/write-subjects.ts';
import { diskIn, envelopeOf } from './disks.ts';

let folder: string;
let isMounted: boolean;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paywall-preview-full-'));
  const mountArguments = ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder];
  isMounted = process.platform === 'linux' && spawnSync('mount', mountArguments).status === 0;
});

afterAll(() => {
  if (isMounted) spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

/** Fills the disk so that so many bytes are left. */
const leaveFree = (bytes: number): void => {
  const filler = path.join(folder, 'filler');
  rmSync(filler, { force: true });
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(bavail * bsize - bytes));
};

const textOf = (letter: string): string =>
  `{"action":"inline","data":{"id":"wf","x":"${letter.repeat(20_000)}"}}`;

describe('a disk that is really full', () => {
  it.for([0, 4096, 8192, 12_288, 16_384])(
    'keeps the good file where %i bytes are left, and takes the next when there is room',
    (bytes, context) => {
      context.skip(!isMounted, 'a small tmpfs cannot be mounted here');
      rmSync(path.join(folder, 'caches'), { recursive: true, force: true });
      leaveFree(200_000);
      const disk = diskIn(folder);
      disk.writeEnvelope(envelopeOf('wf', { text: textOf('a') }));
      leaveFree(bytes);
      const next = envelopeOf('wf', { text: textOf('b') });
      expect(disk.writeEnvelope(next)).toMatchObject({
        status: 'failed',
        problem: 'there is no space left',
      });
      expect(disk.readEnvelope(disk.keyOf('wf'))).toMatchObject({
        status: 'present',
        value: { body: JSON.parse(textOf('a')) as unknown },
      });
      leaveFree(200_000);
      expect(disk.writeEnvelope(next).status).toBe('written');
    },
  );

  it.for(writeSubjects)(
    'keeps the good version of %s, says that the next one is not there, and works again',
    (subject, context) => {
      context.skip(!isMounted, 'a small tmpfs cannot be mounted here');
      const place = path.join(folder, subject);
      leaveFree(250_000);
      mkdirSync(place);
      const { write, version } = writerOf(place, subject);
      const isFirstWritten = write(1);
      for (const bytes of [0, 4096, 12_288]) {
        leaveFree(bytes);
        expect([isFirstWritten, write(2), version()]).toEqual([true, false, 1]);
      }
      leaveFree(200_000);
      expect([write(3), version()]).toEqual([true, 3]);
      rmSync(place, { recursive: true });
    },
  );
});
