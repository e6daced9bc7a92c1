import { describe, expect, it } from 'vitest';
import { movesOf } from '../../../main/scenario/play.ts';
import { parseScenario } from '../../../main/scenario/parse.ts';
import { placeText } from '../../../shared/scenario/unroll.ts';

const movesIn = (steps: string): readonly (readonly string[])[] => {
  const result = parseScenario(`format: 1\nname: A\nproject: demo\nsteps: ${steps}`);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return [...movesOf(result.parsed.scenario)].map((move) =>
    move.map(({ step, place }) => `${placeText(place)}: ${step.name}`),
  );
};

describe('the moves in which a scenario is played', () => {
  it('are its steps, repeats written out', () => {
    expect(movesIn('[offline: , { repeat: { times: 2, do: [online: ] } }]')).toEqual([
      ['step 1: offline'],
      ['step 2 (round 1, step 1): online'],
      ['step 2 (round 2, step 1): online'],
    ]);
    expect(movesIn('[]')).toEqual([]);
  });

  it('hold together what nothing may come between: calls that are not waited for, and the next step', () => {
    const call = 'get-list: { wait: false }';
    expect(movesIn(`[online: , ${call}, ${call}, cold-start: , ${call}]`)).toEqual([
      ['step 1: online'],
      ['step 2: get-list', 'step 3: get-list', 'step 4: cold-start'],
      ['step 5: get-list'],
    ]);
  });
});
