import { describe, expect, it } from 'vitest';
import { countsOf, listedProblems } from '../../../renderer/state/stage-problems.ts';
import { sayingOf } from '../../../renderer/state/stage-note.ts';
import { reservedActions } from '../../../shared/paywall/actions.ts';
import { outline } from './stage-samples.ts';

const area = { x: 1, y: 2, width: 3, height: 4 };
const reports = new Map([
  [
    'plans',
    {
      problems: [{ code: 'asset-missing', place: 'a.b', message: 'The image is not cached.' }],
      findings: [{ kind: 'text-clipped', subject: 'Buy', detail: 'is cut off by 3 px', area }],
    },
  ],
  [
    'hello',
    { problems: [{ code: 'rules-ignored', place: '', message: 'Ignored.' }], findings: [] },
  ],
]);
const workflow = [
  { code: 'unreachable-step', stepId: 'more', screenId: null, message: 'Nothing leads there.' },
  { code: 'unknown-offering', stepId: null, screenId: 'plans', message: 'No such offering.' },
] as const;

const list = (isBroken: boolean) =>
  listedProblems({ outline: outline(), workflow, reports, isBroken });

describe('the list of problems', () => {
  it('has the worst first, and says where each is', () => {
    expect(list(false).map(({ key: _, ...rest }) => rest)).toEqual([
      { severity: 'problem', text: 'No such offering.', place: null, stepId: null, area: null },
      {
        severity: 'problem',
        text: 'The image is not cached.',
        place: 'a.b',
        stepId: 'plans',
        area: null,
      },
      {
        severity: 'problem',
        text: 'Text is cut off: “Buy” is cut off by 3 px',
        place: null,
        stepId: 'plans',
        area,
      },
      { severity: 'note', text: 'Nothing leads there.', place: null, stepId: 'more', area: null },
      { severity: 'note', text: 'Ignored.', place: null, stepId: 'hello', area: null },
    ]);
  });

  it('never takes for a real problem what is kept away on purpose', () => {
    expect(countsOf(list(true))).toEqual([
      { severity: 'problem', amount: 2 },
      { severity: 'purpose', amount: 1 },
      { severity: 'note', amount: 2 },
    ]);
  });
});

describe('what is said of a press', () => {
  it('is what a phone would do; only https is offered to be opened', () => {
    expect([
      sayingOf({ kind: 'purchase', packageId: '$rc_annual', actionId: 'buy' })?.text,
      sayingOf({ kind: 'url', url: 'https://a.example/terms' })?.url,
      sayingOf({ kind: 'url', url: 'javascript:alert(1)' })?.url,
      sayingOf({ kind: 'action', actionId: reservedActions.restorePurchases })?.url,
      sayingOf({ kind: 'action', actionId: 'continue' }),
      sayingOf({ kind: 'back' }),
    ]).toEqual([
      'Purchase of $rc_annual: the store’s sheet would open. Nothing is bought here.',
      'https://a.example/terms',
      null,
      null,
      null,
      null,
    ]);
  });
});
