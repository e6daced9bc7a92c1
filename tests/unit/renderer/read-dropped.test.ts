import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { type DroppedFile, readDropped } from '../../../renderer/scenario/read-dropped.ts';

const file = (name: string, bytes: string | Uint8Array<ArrayBuffer> = 'format: 1'): File =>
  new File([bytes], name);

const large: DroppedFile = {
  name: 'a.yml',
  size: 1_000_001,
  arrayBuffer: () => Promise.reject(new Error('It is not read.')),
};

const folder: DroppedFile = {
  name: 'folder.pwscenario',
  size: 4_096,
  arrayBuffer: () => Promise.reject(new DOMException('It is a folder.', 'NotFoundError')),
};

const allowed =
  'What can be dropped here is one file: a scenario, whose name ends in .pwscenario, .yaml, .yml or .json, the JSON of a project, or a report, whose name ends in .zip; or the folder of a project.';

it.each(['a.pwscenario', 'A.PWSCENARIO', 'a.yaml', 'a.yml', 'a.json'])(
  'one scenario file can be dropped: %s',
  async (name) => {
    expect(await readDropped([file(name)])).toEqual({ ok: true, name, text: 'format: 1' });
  },
);

it.each<[string, readonly DroppedFile[], string]>([
  ['no file', [], allowed],
  ['another file', [file('paywall.png')], allowed],
  ['several files', [file('a.yaml'), file('b.yaml')], allowed],
  [
    'a folder',
    [folder],
    'folder.pwscenario cannot be read: it is a folder, or not there any more.',
  ],
  ['a large file', [large], 'The file a.yml is larger than 1 MB.'],
  [
    'a file of other bytes',
    [file('a.yaml', new Uint8Array(Buffer.from([0xff, 0xfe])))],
    'The file a.yaml is not text in UTF-8.',
  ],
])('anything else is answered with a sentence: %s', async (_name, files, message) => {
  expect(await readDropped(files)).toEqual({ ok: false, message });
});
