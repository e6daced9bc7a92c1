import { expect, it } from 'vitest';
import { createFileIndex } from '../../../main/cdn/file-index.ts';

it('knows files in the order of their use, and how much they are together', () => {
  const index = createFileIndex();
  index.put('a', 1);
  index.put('b', 2);
  index.put('c', 4);
  index.put('a', 8);
  index.remove('b');
  index.remove('b');
  expect([...index.oldestFirst()]).toEqual([
    ['c', 4],
    ['a', 8],
  ]);
  expect(index.totalBytes()).toBe(12);
});
