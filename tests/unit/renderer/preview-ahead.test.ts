import { describe, expect, it, vi } from 'vitest';
import type { Json } from '../../../shared/paywall/wire/json.ts';
import type { PaywallProps } from '../../../shared/paywall/prepare-screen.ts';
import { createIdleWork } from '../../../renderer/preview/idle-work.ts';
import { areFontsOfOneMind } from '../../../renderer/preview/registered-fonts.ts';
import { standsStill } from '../../../renderer/preview/stands-still.ts';

const page = (...components: readonly Json[]): Json => ({ stack: { type: 'stack', components } });

describe('a screen that may be mounted before it is wanted', () => {
  it.each<readonly [string, boolean, Json]>([
    ['has texts', true, page({ type: 'text', text_lid: 'video' })],
    ['has a carousel that is turned by hand', true, page({ type: 'carousel', auto_advance: null })],
    ['has no carousel that turns by itself', false, page({ type: 'carousel', auto_advance: {} })],
    ['has no video', false, page({ type: 'stack', components: [{ type: 'video' }] })],
    ['has no countdown', false, page({ type: 'countdown' })],
    [
      'has no video where a package is selected',
      false,
      page({ overrides: [{ properties: { components: [{ type: 'video' }] } }] }),
    ],
    ['is not made of very much', false, page(...Array<Json>(9_000).fill(null))],
    ['has no very long texts', false, page('a'.repeat(40_000))],
  ])('%s', (_, expected, json) => {
    expect(standsStill(json)).toBe(expected);
  });
});

const props = (...fonts: readonly (readonly [family: string, url: string])[]): PaywallProps => ({
  paywallData: {},
  uiConfig: {
    app: {
      fonts: Object.fromEntries(
        fonts.map(([family, url], index) => [
          `font ${index}`,
          { web: { family, url, weight: 400, style: 'normal' } },
        ]),
      ),
    },
  },
  selectedLocale: 'en_US',
  preferredColorMode: 'light',
  variablesPerPackage: {},
  infoPerPackage: {},
  globalVariables: {},
  customVariables: {},
});

describe('fonts of two screens', () => {
  it.each<readonly [string, boolean, PaywallProps, PaywallProps]>([
    ['suit each other where they are the same', true, props(['a', '1']), props(['a', '1'])],
    ['suit each other where they have other names', true, props(['a', '1']), props(['b', '2'])],
    ['do not where a name means two files', false, props(['a', '1']), props(['a', '2'])],
  ])('%s', (_, expected, one, other) => {
    expect(areFontsOfOneMind(one, other)).toBe(expected);
  });
});

const setUp = () => {
  let waiting: (() => void) | null = null;
  const beIdle = (): boolean => {
    const call = waiting;
    waiting = null;
    call?.();
    return call !== null;
  };
  const work = createIdleWork((call) => {
    waiting = call;
    return () => {
      waiting = null;
    };
  });
  return { work, beIdle };
};

describe('work for when there is nothing else to do', () => {
  it('is done one by one, also after something that cannot be done', () => {
    const { work, beIdle } = setUp();
    const done: number[] = [];
    const fail = (): void => {
      throw new Error('no');
    };
    work.start([() => done.push(1), fail, () => done.push(3)]);
    beIdle();
    const first = [...done];
    beIdle();
    beIdle();
    expect([first, done, beIdle()]).toEqual([[1], [1, 3], false]);
  });

  it('is left when there is something to do, or something else to be done then', () => {
    const { work, beIdle } = setUp();
    const done: string[] = [];
    work.start([() => done.push('former')]);
    work.start([() => done.push('latter'), () => done.push('stopped')]);
    beIdle();
    work.stop();
    expect([beIdle(), done]).toEqual([false, ['latter']]);
  });

  it('is left where it takes long', () => {
    const { work, beIdle } = setUp();
    const done: number[] = [];
    work.start([() => done.push(1), () => done.push(2)]);
    const now = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(201);
    beIdle();
    now.mockRestore();
    expect([beIdle(), done]).toEqual([false, [1]]);
  });
});
