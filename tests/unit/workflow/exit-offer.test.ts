import { describe, expect, it } from 'vitest';
import { exitOfferFrom, exitOfferOf } from '../../../shared/workflow/exit-offer.ts';
import { outlineOf } from '../../../shared/workflow/outline-of.ts';
import type { Outline } from '../../../shared/workflow/outline.ts';
import { outlineWith, screenStep, sellingScreen } from '../../helpers/outlines.ts';
import { wireScreen, wireStep, workflowOf } from '../shared/bodies.ts';

describe('the exit offer', () => {
  const isKnown = (id: string): boolean => ['default', 'sale'].includes(id);
  const leaving = (exitOfferingId: string | null, more: Partial<Outline> = {}): Outline => ({
    ...outlineWith([screenStep('intro'), screenStep('pay')]),
    singleStepFallbackId: 'pay',
    screens: [sellingScreen('intro', []), sellingScreen('pay', [], { exitOfferingId })],
    ...more,
  });

  it.each<[string, Outline, string | null]>([
    ['is what the fallback step names', leaving('sale'), 'sale'],
    ['is none without a fallback step', leaving('sale', { singleStepFallbackId: null }), null],
    ['is none where the fallback step is missing', leaving('sale', { steps: [] }), null],
    ['is none where the fallback step names none', leaving(null), null],
    ['is none that nobody knows', leaving('gone'), null],
    ['is not the offering that is shown already', leaving('default'), null],
  ])('N-11: %s', (_, outline, expected) => {
    expect(exitOfferOf(outline, { currentOfferingId: 'default', isKnown })).toBe(expected);
  });

  it('N-11: is made only to who leaves from the fallback step', () => {
    const facts = { currentOfferingId: 'default', isKnown };
    const outline = leaving('sale');
    expect(['intro', 'pay'].map((id) => exitOfferFrom(outline, id, facts))).toEqual([null, 'sale']);
  });
});

describe('the exit offer that a workflow comes with', () => {
  const offer = (fallback: string | null, screenId: string | null, exitOffers: unknown) =>
    exitOfferOf(
      outlineOf(
        workflowOf({
          single_step_fallback_id: fallback,
          steps: {
            st_other: wireStep({ screen_id: 'sc_other' }),
            st_pay: wireStep({ screen_id: screenId }),
          },
          screens: {
            sc_other: wireScreen({ exit_offers: { dismiss: { offering_id: 'other' } } }),
            sc_pay: wireScreen({ exit_offers: exitOffers }),
          },
        }),
      ),
      { currentOfferingId: null, isKnown: () => true },
    );

  const sale = { dismiss: { offering_id: 'sale' } };

  it.each<[string | null, string | null, unknown, string | null]>([
    ['st_pay', 'sc_pay', sale, 'sale'],
    ['st_other', 'sc_pay', sale, 'other'],
    [null, 'sc_pay', sale, null],
    ['st_gone', 'sc_pay', sale, null],
    ['st_pay', null, sale, null],
    ['st_pay', 'sc_gone', sale, null],
    ['st_pay', 'sc_pay', {}, null],
    ['st_pay', 'sc_pay', { dismiss: null }, null],
  ])('W-16 of fallback step %j with screen %j and exit offers %j is %j', (...row) => {
    const [fallback, screenId, exitOffers, expected] = row;
    expect(offer(fallback, screenId, exitOffers)).toBe(expected);
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'is none where an id is %s, which every object has',
    (id) => {
      expect([offer(id, 'sc_pay', sale), offer('st_pay', id, sale)]).toEqual([null, null]);
    },
  );
});
