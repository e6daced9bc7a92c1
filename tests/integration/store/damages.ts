import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Something that happens to a file. */
export type Damage = (file: string) => void;

const rewrite =
  (change: (text: string) => string | Buffer): Damage =>
  (file) =>
    writeFileSync(file, change(readFileSync(file, 'utf8')));

const replaceWith =
  (make: (file: string) => void): Damage =>
  (file) => {
    rmSync(file);
    make(file);
  };

const cutAt = (tenths: number) =>
  [
    `cut after ${String(tenths)} tenths`,
    rewrite((text) => text.slice(0, Math.floor((text.length * tenths) / 10))),
  ] as const;

type Damages = readonly (readonly [what: string, damage: Damage])[];

/** What can become of any file. */
export const fileDamages: Damages = [
  ['empty', rewrite(() => '')],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(cutAt),
  ['without its last byte', rewrite((text) => text.slice(0, -1))],
  ['garbage', rewrite(() => Buffer.from([0xde, 0xad, 0xbe, 0xef]))],
  ['NUL bytes', rewrite((text) => '\0'.repeat(text.length))],
  ['NUL bytes at its end', rewrite((text) => `${text.slice(0, -8)}${'\0'.repeat(8)}`)],
  ['with a byte order mark', rewrite((text) => `\uFEFF${text}`)],
  ['UTF-16', rewrite((text) => Buffer.from(text, 'utf16le'))],
  ['with an array as its root', rewrite((text) => `[${text}]`)],
  ['null', rewrite(() => 'null')],
  ['a number', rewrite(() => '1e400')],
  ['twice in one file', rewrite((text) => `${text}${text}`)],
  ['with something behind it', rewrite((text) => `${text}x`)],
  ['very deep', rewrite(() => '['.repeat(1_000_000))],
  ['a folder', replaceWith((file) => mkdirSync(path.join(file, 'inside'), { recursive: true }))],
  ['a link to nothing', replaceWith((file) => symlinkSync('/nowhere/at/all', file))],
  ['a link to itself', replaceWith((file) => symlinkSync(file, file))],
  [
    'a link to a good file',
    (file) => {
      renameSync(file, `${file}.elsewhere`);
      symlinkSync(`${file}.elsewhere`, file);
    },
  ],
];

const inBody = (bytes: string): Damage =>
  rewrite((text) => Buffer.from(text.replace('"body":{"', `$&${bytes}`), 'latin1'));

/** What can be wrong in a document, and what can become of its file. */
export const documentDamages: Damages = [
  ...fileDamages,
  ['bad UTF-8', inBody('\u00ff')],
  ['a cut UTF-8 character', inBody('\u00f0\u009f\u0098')],
  ['very deep in its header', rewrite((text) => text.replace('"ana"', '['.repeat(500_000)))],
  ['of another kind', rewrite((text) => text.replace(/"kind":"\w+"/, '"kind":"other"'))],
  ['of no schema', rewrite((text) => text.replace('"schema":1', '"schema":0'))],
  ['of a schema that is a text', rewrite((text) => text.replace('"schema":1', '"schema":"2"'))],
  ['of a schema without end', rewrite((text) => text.replace('"schema":1', '"schema":1e999'))],
  ['with a user that is no text', rewrite((text) => text.replace('"ana"', '7'))],
  ['without a hash', rewrite((text) => text.replace(/"hash":"\w+",/, ''))],
  [
    'with a huge number as its time',
    rewrite((text) => text.replace(/"storedAt":\d+/, '"storedAt":1e999')),
  ],
  [
    'with a time that is a text',
    rewrite((text) => text.replace(/"storedAt":\d+/, '"storedAt":"now"')),
  ],
  ['without a body', rewrite((text) => `${text.slice(0, text.indexOf(',"body":'))}}`)],
  ['with a key twice in its header', rewrite((text) => text.replace('{', '{"user":"ben",'))],
  ['with a user behind its body', rewrite((text) => `${text.slice(0, -1)},"user":"ben"}`)],
  ['with two bodies', rewrite((text) => `${text.slice(0, -1)},"body":{}}`)],
  [
    'with __proto__ for a header',
    rewrite((text) => text.replace('{', '{"__proto__":{"schema":1},')),
  ],
  ['all in __proto__', rewrite((text) => `{"__proto__":${text}}`)],
];

/** The same for an envelope of `wf_a`. */
export const envelopeDamages: Damages = [
  ...documentDamages,
  ['of another id', rewrite((text) => text.replace('"id":"wf_a"', '"id":"wf_b"'))],
];
