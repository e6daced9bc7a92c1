import { describe, expect, it } from 'vitest';
import { offeringOfScreen } from '../../../shared/workflow/offering-of-screen.ts';
import type { Outline, OutlineScreen } from '../../../shared/workflow/outline.ts';
import {
  type PackagesOf,
  ownPackageContext,
  packageContextOf,
} from '../../../shared/workflow/package-context.ts';
import { outlineWith, screenStep, sellingScreen } from '../../helpers/outlines.ts';

/** Each step with what it sells; the fallback step is called `pay`. */
const workflow = (
  sells: Readonly<Record<string, readonly string[]>>,
  more: Readonly<Record<string, Partial<OutlineScreen>>> = {},
): Outline => ({
  ...outlineWith(Object.keys(sells).map((id) => screenStep(id))),
  singleStepFallbackId: 'pay',
  screens: Object.entries(sells).map(([id, packages]) => sellingScreen(id, packages, more[id])),
});

const offered = new Set(['weekly', 'monthly', 'annual']);
const everything: PackagesOf = () => offered;

describe('what is for sale on a step', () => {
  it.each<[string, readonly string[], string | null]>([
    ['its default package', ['monthly', 'annual*'], 'annual'],
    ['its first package where none is a default', ['monthly', 'annual'], 'monthly'],
    ['nothing where it has none', [], null],
    ['the first that the offering has', ['gone*', 'annual'], 'annual'],
    ['nothing where the offering has none of them', ['gone*'], null],
  ])('N-07: selects %s', (_, packages, expected) => {
    const context = ownPackageContext(workflow({ a: packages }), 'a', everything);
    expect(context?.selectedId ?? null).toBe(expected);
  });

  it.each([
    ['is missing', 'gone'],
    ['shows a screen that is missing', 'b'],
    ['shows none', 'c'],
  ])('N-07: is nothing where the step %s', (_, stepId) => {
    const steps = [
      screenStep('b', [], { screenId: 'gone' }),
      screenStep('c', [], { screenId: null }),
    ];
    expect(ownPackageContext(outlineWith(steps, { screens: [] }), stepId, everything)).toBeNull();
  });

  it('N-07: is nothing where nobody knows the offering', () => {
    expect(ownPackageContext(workflow({ a: ['monthly'] }), 'a', () => null)).toBeNull();
  });

  it.each<[string, Readonly<Record<string, readonly string[]>>, string | null]>([
    ['what the fallback step has', { intro: [], pay: ['monthly', 'annual*'] }, 'annual'],
    ['nothing where the fallback step is missing', { intro: [] }, null],
    ['nothing where the fallback step has none either', { intro: [], pay: [] }, null],
    ['its own where it has some', { intro: ['weekly'], pay: ['annual*'] }, 'weekly'],
  ])('N-08: is %s', (_, sells, expected) => {
    const context = packageContextOf(workflow(sells), 'intro', null, everything);
    expect(context?.selectedId ?? null).toBe(expected);
  });

  it.each<[string, readonly string[], readonly string[], string, string]>([
    [
      'stays selected where it is for sale',
      ['monthly*', 'weekly'],
      ['annual*'],
      'weekly',
      'weekly',
    ],
    [
      'gives way to the default of the workflow',
      ['monthly*', 'annual'],
      ['annual*', 'weekly'],
      'weekly',
      'annual',
    ],
    [
      "gives way to the step's own default",
      ['monthly', 'weekly*'],
      ['annual*'],
      'annual',
      'weekly',
    ],
    ['stays selected on a step without packages', [], ['annual*', 'monthly'], 'monthly', 'monthly'],
  ])('N-09: what was selected before %s', (_, here, fallback, preferred, expected) => {
    const outline = workflow({ here, pay: fallback });
    expect(packageContextOf(outline, 'here', preferred, everything)?.selectedId).toBe(expected);
  });

  it('N-09: is of the offering of the step that one comes to', () => {
    const outline = workflow(
      { here: ['monthly', 'annual*'], pay: ['monthly*'] },
      { here: { offeringId: 'sale' }, pay: { offeringId: 'default' } },
    );
    const ofOffering: PackagesOf = (id) => (id === 'sale' ? new Set(['monthly']) : offered);
    expect(packageContextOf(outline, 'here', 'monthly', ofOffering)).toEqual({
      selectedId: 'monthly',
      packageIds: ['monthly'],
      offeringId: 'sale',
    });
  });
});

describe('the offering of a screen', () => {
  const opened = { id: 'default', context: { placement: 'onboarding' } };

  it.each([
    ['is the opened one where it names none', null, opened],
    ['is the opened one where it names that', 'default', opened],
    ['is another that is known, in the same context', 'sale', { ...opened, id: 'sale' }],
    ['is none that nobody knows', 'gone', null],
  ])('N-12: %s', (_, offeringId, expected) => {
    expect(offeringOfScreen({ offeringId }, opened, (id) => id === 'sale')).toEqual(expected);
  });
});
