import { describe, expect, it } from 'vitest';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import { circumstancesFor, screenOf } from '../../../shared/stage/circumstances.ts';
import { defaultPaywall, defaultScreenId } from '../../../shared/stage/default-paywall.ts';
import { type StageSetUp, defaultStage } from '../../../shared/stage/set-up.ts';
import { outlineOf } from '../../../shared/workflow/outline-of.ts';
import { workflowProblems } from '../../../shared/workflow/workflow-problems.ts';

const prepared = (ids: readonly string[], more: Partial<StageSetUp> = {}) => {
  const packages = ids.map((id) => ({ id, productId: id }));
  const { screens, uiConfig } = defaultPaywall(packages);
  const setUp = { ...defaultStage, ...more };
  return prepareScreen(
    screens[defaultScreenId] as Readonly<Record<string, unknown>>,
    uiConfig,
    circumstancesFor(setUp, screenOf(setUp).size, packages, 'Acme', Date.UTC(2026, 0, 15)),
  );
};

const many = Array.from({ length: 100 }, (_, index) => `plan_${index}`);

describe('the default paywall', () => {
  it('is a workflow of one screen with the packages of the offering', () => {
    const outline = outlineOf(defaultPaywall([{ id: '$rc_monthly' }, { id: '__proto__' }]));
    expect([outline.initialStepId, outline.screens, workflowProblems(outline, new Set())]).toEqual([
      'default',
      [
        {
          id: 'default',
          name: null,
          locales: ['en_US'],
          defaultLocale: 'en_US',
          offeringId: null,
          packages: [
            { id: '$rc_monthly', isDefault: false },
            { id: '__proto__', isDefault: false },
          ],
          exitOfferingId: null,
        },
      ],
      [],
    ]);
  });

  it.each<[number, readonly string[], Partial<StageSetUp>]>([
    [0, [], {}],
    [1, ['$rc_annual'], { colorMode: 'dark' }],
    [3, ['$rc_annual', '$rc_monthly', '$rc_lifetime'], { locale: 'de_DE' }],
    [100, many, { device: 'ipad' }],
  ])('is prepared without a problem for %d packages', (_, ids, more) => {
    const { problems, selectedPackageId, props } = prepared(ids, more);
    expect([problems, selectedPackageId, Object.keys(props.variablesPerPackage)]).toEqual([
      [],
      ids[0] ?? null,
      ids,
    ]);
  });

  it('says what the selected package costs, and the offer that comes before', () => {
    const texts = ['$rc_monthly', '$rc_annual'].map((id) => {
      const { props } = prepared([id]);
      const { paywallData, variablesPerPackage } = props;
      return [
        JSON.stringify(paywallData).includes('"text_lid":"text:offerTerms"'),
        variablesPerPackage[id]?.['product.price_per_period'],
      ];
    });
    expect(texts).toEqual([
      [false, '$4.99/month'],
      [true, '$39.99/year'],
    ]);
  });

  it('offers nothing to buy where there is nothing, and says so', () => {
    const json = JSON.stringify(prepared([]).props.paywallData);
    expect([json.includes('"text:none"'), json.includes('"text:buy"')]).toEqual([true, false]);
  });
});
