import { describe, expect, it } from 'vitest';
import { absences, absent, stepOf, wireScreen, workflowOf } from './bodies.ts';

describe('what a step does when it is pressed', () => {
  const action = (value: unknown) =>
    stepOf({ trigger_actions: { ac: value } }).triggerActions['ac'];

  it('W-13 leads to the step that a step action names', () => {
    expect(action({ type: 'step', step_id: 'st_b', more: 1 })).toStrictEqual({
      type: 'step',
      stepId: 'st_b',
    });
  });

  it.each([
    [{ type: 'step' }],
    [{ type: 'step', step_id: null }],
    [{ type: 'step', step_id: 7 }],
    [{ type: 'step', step_id: {} }],
    [{ type: 'condition', conditions: [{ step_id: 'st_b' }] }],
    [{ type: 'STEP', step_id: 'st_b' }],
    [{ step_id: 'st_b' }],
    [{}],
    [null],
    ['step'],
    [[]],
  ])('W-13 does not follow %j, and reads the workflow all the same', (value) => {
    expect(action(value)).toStrictEqual({ type: 'unknown' });
  });

  it.each([
    ['on_press', 'on_press'],
    ['on_long_press', 'unknown'],
    ['ON_PRESS', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
    [{}, 'unknown'],
    [1, 'unknown'],
  ])('W-13 reads the trigger type %j as %s', (type, expected) => {
    const trigger = { name: 'Next', action_id: 'ac', component_id: 'btn', type };
    expect(stepOf({ triggers: [trigger] }).triggers).toStrictEqual([
      { name: 'Next', type: expected, actionId: 'ac', componentId: 'btn' },
    ]);
  });

  it.each(absences)('keeps a trigger whose name is %s', (_, how) => {
    const trigger = { type: 'on_press', action_id: 'ac', component_id: 'btn' };
    expect(stepOf({ triggers: [{ ...trigger, ...absent(how, 'name') }] }).triggers).toStrictEqual([
      { name: null, type: 'on_press', actionId: 'ac', componentId: 'btn' },
    ]);
  });

  it('drops members of its triggers that are no triggers, and keeps the order of the others', () => {
    const triggers = [null, { name: 'a' }, 7, 'x', [], { name: 'b' }];
    expect(stepOf({ triggers }).triggers.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

describe('a screen', () => {
  const screenOf = (fields: Readonly<Record<string, unknown>>) =>
    workflowOf({ screens: { s: wireScreen(fields) } }).screens['s'];

  it('W-14 has its offering identifier, offering id and exit offer', () => {
    expect(
      screenOf({
        offering_identifier: 'default',
        offering_id: 'ofrng1',
        exit_offers: { dismiss: { offering_id: 'sale' } },
      }),
    ).toMatchObject({
      offering_identifier: 'default',
      offering_id: 'ofrng1',
      exitOffers: { dismissOfferingId: 'sale' },
    });
  });

  it.each([
    [{}],
    [{ offering_identifier: null, offering_id: null, exit_offers: null }],
    [{ exit_offers: {} }],
    [{ exit_offers: { dismiss: null } }],
    [{ exit_offers: { dismiss: {} } }],
    [{ exit_offers: { dismiss: { offering_id: null } } }],
    [{ exit_offers: [] }],
  ])('W-14 has none of them with %j', (fields) => {
    expect(screenOf(fields)).toMatchObject({
      offering_identifier: null,
      offering_id: null,
      exitOffers: { dismissOfferingId: null },
    });
  });
});

describe('the screen types of a step', () => {
  it.each([
    [{ screen_type: ['paywall'] }, ['paywall']],
    [{ screen_type: ['paywall', 'intro'] }, ['paywall', 'intro']],
    [{ screen_type: [] }, []],
    [{ screen_type: ['a', 1, null, {}, 'b'] }, ['a', 'b']],
    [{ screen_type: [1] }, []],
    [{ screen_type: null }, null],
    [{ screen_type: 'paywall' }, null],
    [{ screen_type: { 0: 'paywall' } }, null],
    [{ other: 1 }, null],
    [{}, null],
    [null, null],
    [undefined, null],
    ['paywall', null],
    [['paywall'], null],
  ])('W-15 are read from metadata %j as %j', (metadata, expected) => {
    expect(stepOf({ metadata }).screenTypes).toStrictEqual(expected);
  });
});
