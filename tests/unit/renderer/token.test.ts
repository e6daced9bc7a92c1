import { describe, expect, it } from 'vitest';
import { takeToken } from '../../../renderer/bridge/token.ts';

const openTab = () => {
  const entries = new Map<string, string>();
  let cleared = 0;
  return {
    take: (fragment: string) =>
      takeToken({
        fragment,
        kept: {
          getItem: (key) => entries.get(key) ?? null,
          setItem: (key, value) => void entries.set(key, value),
        },
        clearAddress: () => (cleared += 1),
      }),
    cleared: () => cleared,
  };
};

describe('the token of a page', () => {
  it('is taken out of the address, and is there when the page is loaded again', () => {
    const tab = openTab();
    expect([tab.take('#token=abc_-1'), tab.cleared(), tab.take(''), tab.cleared()]).toEqual([
      'abc_-1',
      1,
      'abc_-1',
      1,
    ]);
  });

  it('is that of the new address, where somebody opens one in the same tab', () => {
    const tab = openTab();
    expect([tab.take('#token=old'), tab.take('#token=new'), tab.take('#')]).toEqual([
      'old',
      'new',
      'new',
    ]);
  });

  it('is missing in a tab that was opened without', () => {
    const tab = openTab();
    expect([tab.take(''), tab.take('#else'), tab.cleared()]).toEqual([null, null, 0]);
  });
});
