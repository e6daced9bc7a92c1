import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pngSize } from '../../main/tools/dist/icons/png.ts';

const packaging = path.resolve(import.meta.dirname, '../../main/packaging');
const square = (size: number) => ({ width: size, height: size });

/** The pictures in Windows' container: the size that it says, and the size that the picture has. */
const inIco = (bytes: Buffer) =>
  Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => {
    const entry = bytes.subarray(6 + index * 16, 22 + index * 16);
    const [length, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)];
    const said = entry.readUInt8(0) || 256;
    return { said, is: pngSize(bytes.subarray(offset, offset + length)) };
  });

/** The pictures in Apple's container, by their names. */
const inIcns = (bytes: Buffer): Readonly<Record<string, ReturnType<typeof pngSize>>> => {
  const found: Record<string, ReturnType<typeof pngSize>> = {};
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4))
    found[bytes.toString('latin1', at, at + 4)] = pngSize(
      bytes.subarray(at + 8, at + bytes.readUInt32BE(at + 4)),
    );
  return found;
};

describe('icons', () => {
  it.for(['icons', 'scenario-icons'])(
    'for Linux, in %s, are as large as they are called',
    (name) => {
      const files = readdirSync(path.join(packaging, name));
      expect(files).toHaveLength(8);
      for (const file of files) {
        const size = pngSize(readFileSync(path.join(packaging, name, file)));
        expect({ file, size }).toEqual({ file, size: square(Number(file.split('x', 1)[0])) });
      }
    },
  );

  it.for(['icon', 'scenario'])('for Windows, in %s.ico, are as large as they say', (name) => {
    const sizes = [16, 24, 32, 48, 64, 128, 256];
    expect(inIco(readFileSync(path.join(packaging, `${name}.ico`)))).toEqual(
      sizes.map((size) => ({ said: size, is: square(size) })),
    );
  });

  it.for(['icon', 'scenario'])(
    'for macOS, in %s.icns, are as large as their names mean',
    (name) => {
      const bytes = readFileSync(path.join(packaging, `${name}.icns`));
      expect(bytes.readUInt32BE(4)).toBe(bytes.length);
      expect(inIcns(bytes)).toEqual({
        ic11: square(32),
        ic12: square(64),
        ic07: square(128),
        ic08: square(256),
        ic13: square(256),
        ic09: square(512),
        ic14: square(512),
        ic10: square(1024),
      });
    },
  );
});
