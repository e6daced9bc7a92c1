import { describe, expect, it } from 'vitest';
import { defaultStage } from '../../../shared/stage/set-up.ts';
import { type OpenPaper, firstStage } from '../../../renderer/state/stage-store.ts';
import { packageSelected, wentTo } from '../../../renderer/state/stage-moves.ts';
import { createSceneKeeper, productsAt, sceneAt } from '../../../renderer/state/stage-scene.ts';
import { setUpWith, stillPending } from '../../../renderer/state/stage-set-up.ts';
import { stageView } from '../../../renderer/state/stage-view.ts';
import { createStageAsks } from '../../../renderer/state/stage-asks.ts';
import { type StageSubject, subjectOf } from '../../../renderer/state/stage-subject.ts';
import { documents, failure, offeringRow, workflowRow } from './samples.ts';
import { openStage } from './stage-samples.ts';

const packages = [
  { id: 'annual', productId: 'app.yearly' },
  { id: 'monthly', productId: 'app.monthly' },
];
const offerings = new Map([
  ['default', offeringRow('default', { packages, workflowId: 'wf' })],
  ['sale', offeringRow('sale', { workflowId: null, hasOwnPaywall: true, position: 1 })],
]);
const facts = { offerings, setUp: defaultStage, title: 'Skerry', isTimeStanding: false };

const paperAt = (stepId: string, selected?: string): OpenPaper => {
  const state = wentTo(openStage(), stepId);
  const { paper } = selected === undefined ? state : packageSelected(state, selected);
  if (paper === null) throw new Error('nothing is open');
  return paper;
};

describe('what a frame is told', () => {
  it('has the packages of the offering, and what is selected', () => {
    const { circumstances, screenId } = sceneAt(paperAt('plans'), 'plans', facts)?.request ?? {};
    expect([
      screenId,
      circumstances?.packages.map(({ product }) => product.title),
      circumstances?.selectedPackageId,
    ]).toEqual(['plans', ['Skerry Annual', 'Skerry Monthly'], 'annual']);
  });

  it('sells what the step with the packages sells, where a step has none of its own', () => {
    const scene = sceneAt(paperAt('hello'), 'hello', facts);
    expect(scene?.request.circumstances.packages).toHaveLength(2);
  });

  it('has products as somebody changed them', () => {
    const [annual] = productsAt(paperAt('plans'), 'plans', facts);
    const setUp = {
      ...defaultStage,
      products: {
        'app.yearly': {
          title: 'Plus',
          price: { amount: 12, currency: 'EUR' },
          period: 'P1Y',
          introOffers: [],
          promoOffer: null,
          isEligibleForIntro: false,
          isEligibleForPromo: false,
        },
      },
    };
    const [changed] = productsAt(paperAt('plans'), 'plans', { ...facts, setUp });
    expect([annual?.product.price.amount, changed?.product.price]).toEqual([
      39.99,
      { amount: 12, currency: 'EUR' },
    ]);
  });

  it('is nothing for a step without a screen', () => {
    expect(sceneAt(paperAt('plans'), 'nowhere', facts)).toBeNull();
  });

  it('stays the same object until it shows something else than what was selected in it', () => {
    const { at } = createSceneKeeper();
    const before = at(paperAt('plans'), 'plans', facts, 'annual');
    const again = at(paperAt('plans'), 'plans', { ...facts }, 'annual');
    const selectedInIt = at(paperAt('plans', 'monthly'), 'plans', facts, 'monthly');
    const selectedElsewhere = at(paperAt('plans', 'monthly'), 'plans', facts, 'annual');
    const dark = { ...facts, setUp: { ...defaultStage, colorMode: 'dark' as const } };
    const darkened = at(paperAt('plans', 'monthly'), 'plans', dark, 'monthly');
    expect([
      again === before,
      selectedInIt === before,
      selectedElsewhere === before,
      darkened?.request.circumstances.colorMode,
      at(null, null, dark, null),
    ]).toEqual([true, true, false, 'dark', null]);
  });
});

describe('the set-up', () => {
  it('looks changed at once, and is mended by what the app says', () => {
    const pending = { colorMode: 'dark', zoom: 0.5 } as const;
    const half = { ...defaultStage, colorMode: 'dark' as const };
    expect([
      setUpWith(defaultStage, pending).colorMode,
      stillPending(pending, half),
      stillPending(pending, defaultStage) === pending,
    ]).toEqual(['dark', { zoom: 0.5 }, true]);
  });
});

const copy = { storedAt: 1, source: 'network', bodyHash: 'one', sizeBytes: 1 } as const;
const listed = {
  copy: { storedAt: 1, source: 'network', bodyHash: 'o' },
  isAsking: false,
  failure: null,
} as const;
const caches = { ...documents.caches, offerings: listed, list: listed };

const subject = (id: string, workflow = workflowRow('wf')): StageSubject => {
  const rows = { offerings, workflows: new Map([['wf', workflow]]) };
  const offering = offerings.get(id) ?? null;
  const item = {
    kind: 'offering' as const,
    id,
    offering,
    workflow: offering?.workflowId === 'wf' ? workflow : undefined,
  };
  return subjectOf(rows, caches, item, null);
};

describe('what the stage is about', () => {
  it('is the workflow that is in memory, or the offering’s own paywall', () => {
    expect([
      subject('default', workflowRow('wf', { copy })).wanted,
      subject('sale').wanted,
      subject('default').wanted,
    ]).toEqual([
      { kind: 'workflow', id: 'wf', offeringId: 'default', bodyHash: 'one' },
      { kind: 'own-paywall', id: 'sale', offeringId: 'sale', bodyHash: 'o' },
      null,
    ]);
  });

  it('never shows what is still there of another selection', () => {
    const { paper } = openStage();
    const wanted = subject('default', workflowRow('wf', { copy }));
    expect([
      stageView({ paper, trouble: null }, wanted).kind,
      stageView({ paper, trouble: null }, subject('sale')).kind,
      stageView({ ...firstStage, trouble: { kind: 'silent' } }, wanted).kind,
      stageView(firstStage, subject('default')).kind,
      stageView(firstStage, subject('default', workflowRow('wf', { isAsking: true }))).kind,
    ]).toEqual(['screen', 'loading', 'trouble', 'unasked', 'waiting']);
  });
});

describe('asking for what is on the stage', () => {
  it('is due once in a life, and not for what was asked for already', () => {
    const asks = createStageAsks();
    const unasked = subject('default');
    const first = asks.due(unasked);
    asks.asked(unasked);
    const second = asks.due(unasked);
    asks.forget();
    expect([first, second, asks.due(unasked)]).toEqual(['default', null, 'default']);
  });

  it.each([
    ['is in memory', { copy }],
    ['is being asked for', { isAsking: true }],
    ['has failed', { failure: failure() }],
  ])('is never due where it %s, nor afterwards', (_, row) => {
    const asks = createStageAsks();
    const before = asks.due(subject('default', workflowRow('wf', row)));
    expect([before, asks.due(subject('default'))]).toEqual([null, null]);
  });
});
