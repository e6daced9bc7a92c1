import { requestScopes } from '../../../shared/faults.ts';
import { isAnonymous, workflowId } from '../../../shared/model/ids.ts';
import type { CallCheck, Expectation, Section } from '../../../shared/scenario/format.ts';
import type { KnownIds } from '../../../shared/scenario/known-ids.ts';
import type { Stage } from '../stage.ts';

/** A call that was recorded: its name, and what it asked for. */
export interface RecordedCall {
  readonly name: string;
  /** `offerings`, `list`, or the id that was asked for. */
  readonly about: string;
}

/** What there is to look at. */
export interface Looked {
  readonly stage: Stage;
  readonly calls: readonly RecordedCall[];
  readonly ids: KnownIds;
}

const exactly = (value: number) => ({ compare: '=' as const, value });

const callCheck = ({ calls }: Stage, name: string): CallCheck | null => {
  const state = calls.stateOf(name);
  if (state === null) return null;
  if (state.status === 'pending') return { status: 'pending' };
  if (state.status === 'error')
    return { status: 'error', ...(state.error === undefined ? {} : { error: state.error.code }) };
  const { workflow, revision, offerings, current } = state.content;
  // The schemas have the words that answers are told in.
  return {
    status: 'ok',
    source: state.source,
    freshness: state.freshness,
    ...(workflow === undefined ? {} : { workflow }),
    ...(typeof revision === 'number' ? { revision: exactly(revision) } : {}),
    ...(offerings === undefined ? {} : { offerings }),
    ...(current === undefined ? {} : { current }),
  } as CallCheck;
};

const callSections = ({ stage }: Looked, calls: readonly RecordedCall[]): readonly Section[] =>
  calls.flatMap(({ name }) => {
    const input = callCheck(stage, name);
    return input === null ? [] : [{ section: 'call' as const, call: name, input }];
  });

/** Ids that a file must not name, because nobody can look them up, are left out; null: all others. */
const memory = ({ stage, ids }: Looked, wanted: readonly string[] | null): Section => {
  const { list, details } = stage.session.engine.snapshot();
  const all = wanted ?? [...details.keys()];
  const entries = all
    .filter((id) => ids.workflows.has(id) && id !== 'list')
    .map((id) => [id, details.get(workflowId(id))?.freshness ?? 'absent'] as const);
  return { section: 'memory', input: [['list', list?.freshness ?? 'absent'], ...entries] };
};

const disk = ({ stage, ids }: Looked): Section => {
  const { list, offerings, envelopes, quarantined } = stage.session.disk.contents();
  const areKnown = envelopes.every((id) => ids.workflows.has(id) || ids.offerings.has(id));
  return {
    section: 'disk',
    input: {
      list: list ? 'present' : 'absent',
      offerings: offerings ? 'present' : 'absent',
      ...(areKnown ? { envelopes: [...new Set(envelopes)].toSorted() } : {}),
      quarantined: exactly(quarantined),
    },
  };
};

const requests = ({ stage }: Looked): Section => {
  const { arrivals } = stage.session.backend.record();
  return {
    section: 'requests',
    input: requestScopes.map((scope) => [
      scope,
      exactly(arrivals.filter((arrival) => arrival.scope === scope).length),
    ]),
  };
};

const map = ({ stage, ids }: Looked): readonly Section[] => {
  const entries = [...stage.session.engine.snapshot().workflowByOffering].filter(
    ([offering, workflow]) => ids.offerings.has(offering) && ids.workflows.has(workflow),
  );
  return entries.length === 0 ? [] : [{ section: 'map', input: entries }];
};

const user = ({ stage }: Looked): Section => {
  const now = stage.session.engine.user();
  return { section: 'user', input: isAnonymous(now) ? 'anonymous' : now };
};

/** More would not be read. */
const mostCalls = 100;

/** Everything that matters at the end. */
export const expectEverything = (looked: Looked): Expectation => [
  ...callSections(looked, looked.calls.slice(-mostCalls)),
  user(looked),
  ...map(looked),
  memory(looked, null),
  disk(looked),
  requests(looked),
  { section: 'leaks', input: exactly(looked.stage.session.engine.leaks()) },
];

/** What is true of one offering or workflow; null: of none of them, so of the offerings. */
export const expectOf = (looked: Looked, about: string | null): Expectation => {
  const { engine } = looked.stage.session;
  const mapped = [...engine.snapshot().workflowByOffering].find(([id]) => id === about)?.[1];
  const names = about === null ? ['offerings'] : [about, mapped];
  const last = looked.calls.findLast((call) => names.includes(call.about));
  return [
    ...callSections(looked, last === undefined ? [] : [last]),
    memory(looked, about === null ? [] : [mapped ?? about]),
    disk(looked),
    requests(looked),
  ];
};
