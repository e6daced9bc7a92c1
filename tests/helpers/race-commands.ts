import fc from 'fast-check';
import type { FaultKind, Target } from '../../shared/faults.ts';
import type { ProjectChange } from '../../shared/scenario/project-spec.ts';

/** What can happen to an engine; between two of them nothing has settled unless one says so. */
export type Command =
  | { readonly do: 'get-offerings' }
  | { readonly do: 'get-list'; readonly force: boolean }
  | { readonly do: 'get-workflow'; readonly id: string }
  | { readonly do: 'log-in' | 'switch-user' | 'alias'; readonly user: string }
  | { readonly do: 'log-out' | 'cold-start' | 'settle' | 'heal' | 'release' }
  | { readonly do: 'foreground'; readonly is: boolean }
  | { readonly do: 'online'; readonly is: boolean }
  | {
      readonly do: 'fail';
      readonly target: Target;
      readonly kind: FaultKind;
      readonly times: number;
    }
  | { readonly do: 'slow'; readonly target: Target; readonly latencyMs: number }
  | { readonly do: 'hold'; readonly target: Target }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'change'; readonly change: ProjectChange };

export const workflowIds = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8'] as const;
export const offeringIds = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8', 'o9'] as const;

const second = 1_000;
const anyWorkflow = fc.constantFrom(...workflowIds);

const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.record({
    what: fc.constantFrom('offerings', 'list', 'detail', 'cdn', 'asset', 'backend', 'all'),
  }),
  fc.record({ what: fc.constantFrom('detail', 'cdn'), id: anyWorkflow }),
);

// Not `refused` and `dns`: to the engine they are `offline`, and they cost ports and look-ups.
const anyKind = fc.constantFrom<FaultKind[]>(
  'offline',
  'timeout',
  'reset',
  'truncated',
  'bad-json',
  'empty',
  'wrong-hash',
  'redirect',
  'flaky',
  404,
  410,
  503,
);

const anyChange: fc.Arbitrary<ProjectChange> = fc.record({
  kind: fc.constant('workflow'),
  id: anyWorkflow,
  to: fc.oneof(
    fc.record({ prefetch: fc.boolean() }),
    fc.record({ delivery: fc.constantFrom('inline', 'cdn') }),
    fc.record({ offering: fc.constantFrom(...offeringIds, null) }),
  ),
});

const getOfferings = fc.constant<Command>({ do: 'get-offerings' });
const getList = fc.record({ do: fc.constant('get-list' as const), force: fc.boolean() });
const getWorkflow = fc.record({
  do: fc.constant('get-workflow' as const),
  id: fc.constantFrom(...workflowIds, ...offeringIds, 'nowhere'),
});
const identity = fc.oneof(
  fc.record({
    do: fc.constantFrom('log-in', 'switch-user', 'alias'),
    user: fc.constantFrom('ana', 'ben'),
  }),
  fc.constant<Command>({ do: 'log-out' }),
);
const coldStart = fc.constant<Command>({ do: 'cold-start' });
const settle = fc.constant<Command>({ do: 'settle' });
const foreground = fc.record({ do: fc.constant('foreground' as const), is: fc.boolean() });
const online = fc.record({ do: fc.constant('online' as const), is: fc.boolean() });
const trouble = fc.record({
  do: fc.constant('fail' as const),
  target: anyTarget,
  kind: anyKind,
  times: fc.constantFrom(1, 1, 2, Infinity),
});
const slow = fc.record({
  do: fc.constant('slow' as const),
  target: anyTarget,
  latencyMs: fc.constantFrom(2 * second, 10 * second),
});
const hold = fc.record({ do: fc.constant('hold' as const), target: anyTarget });
const easing = fc.record({ do: fc.constantFrom('heal' as const, 'release' as const) });
const advance = fc.record({
  do: fc.constant('advance' as const),
  ms: fc.constantFrom(3 * second, 31 * second, 360 * second, 26 * 3_600 * second, -600 * second),
});
const change = fc.record({ do: fc.constant('change' as const), change: anyChange });

const weighted = (weight: number, arbitrary: fc.Arbitrary<Command>) => ({ weight, arbitrary });

/** Nobody waits for a workflow, and the user stays. */
const calm = [
  weighted(2, getOfferings),
  weighted(4, getList),
  weighted(8, settle),
  weighted(2, foreground),
  weighted(1, online),
  weighted(2, trouble),
  weighted(1, slow),
  weighted(3, hold),
  weighted(5, easing),
  weighted(3, advance),
  weighted(2, change),
];

export const calmCommand: fc.Arbitrary<Command> = fc.oneof(...calm);

export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  ...calm,
  weighted(6, getWorkflow),
  weighted(5, identity),
  weighted(2, coldStart),
);
