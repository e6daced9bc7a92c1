import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract/calls.ts';
import { faultScopes } from '../../../shared/faults.ts';
import {
  type FaultForm,
  canMeet,
  emptyForm,
  kindGroups,
  newFaultOf,
  problemsOf,
} from '../../../renderer/state/new-fault.ts';

const filled = (parts: Partial<FaultForm>): FaultForm => ({ ...emptyForm, ...parts });

describe('something to break', () => {
  it.each<[Partial<FaultForm>, unknown]>([
    [{}, { how: 'fail', fail: { target: { what: 'detail' }, kind: 503 } }],
    [
      { id: ' wf_a ', kind: 'bad-json', times: '3' },
      { how: 'fail', fail: { target: { what: 'detail', id: 'wf_a' }, kind: 'bad-json', times: 3 } },
    ],
    [
      { what: 'all', kind: 'flaky', share: '25' },
      { how: 'fail', fail: { target: { what: 'all' }, kind: 'flaky', share: 0.25 } },
    ],
    // There is one list only.
    [
      { what: 'list', id: 'wf_a', status: '404' },
      { how: 'fail', fail: { target: { what: 'list' }, kind: 404 } },
    ],
    [
      { what: 'cdn', kind: 'slow', latency: '200', jitter: '50', rate: '64000', times: '9' },
      {
        how: 'slow',
        slow: {
          target: { what: 'cdn' },
          pace: { latencyMs: 200, jitterMs: 50, bytesPerSecond: 64_000 },
        },
      },
    ],
    [
      { kind: 'hold', status: 'x' },
      { how: 'hold', hold: { target: { what: 'detail' } } },
    ],
  ])('%j', (parts, fault) => {
    expect(newFaultOf(filled(parts))).toEqual(fault);
  });

  it.each<[Partial<FaultForm>, readonly string[]]>([
    [{ status: '200' }, ['status']],
    [{ status: '', times: '0' }, ['status', 'times']],
    [{ kind: 'flaky', share: '0', times: '1.5' }, ['share', 'times']],
    [{ kind: 'slow', latency: '-1', jitter: 'x', rate: '0' }, ['latency', 'jitter', 'rate']],
    [{ kind: 'slow', latency: '9999999' }, ['latency']],
  ])('is not broken where %j', (parts, fields) => {
    expect(Object.keys(problemsOf(filled(parts)))).toEqual(fields);
    expect(newFaultOf(filled(parts))).toBeNull();
  });

  it('sends wrong bytes only where some are announced', () => {
    expect(faultScopes.filter((what) => canMeet(what, 'wrong-hash'))).toEqual([
      'cdn',
      'asset',
      'all',
    ]);
  });

  it('is what the contract takes, for each kind in each scope', () => {
    for (const what of faultScopes)
      for (const kind of kindGroups.flatMap(({ kinds }) => kinds)) {
        const fault = newFaultOf(filled({ what, kind }));
        const argument = fault?.how === 'fail' ? fault.fail : null;
        if (argument !== null) expect(contract.fail.argument.parse(argument)).toEqual(argument);
      }
  });
});
