import { expect, it } from 'vitest';
import { createFoldable } from '../../../main/engine/foldable.ts';

it('makes a value again only after it was folded, and once', () => {
  let made = 0;
  const first = { name: 'first' };
  const foldable = createFoldable(first, () => ({ name: `again ${String((made += 1))}` }));
  expect(foldable.open()).toBe(first);
  foldable.fold();
  foldable.fold();
  const again = foldable.open();
  expect([again.name, foldable.open() === again, made]).toEqual(['again 1', true, 1]);
});
