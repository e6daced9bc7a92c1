import { offeringId, workflowId } from '../../shared/model/ids.ts';
import type { Expectation, Section } from '../../shared/scenario/format.ts';
import { type PeakName, idInRequest } from '../../shared/scenario/expect-format.ts';
import type { NumberCheck } from '../../shared/scenario/values.ts';
import type { Arrival } from '../backend/backend.ts';
import { checkCall, countFinding } from './call-checks.ts';
import { checkDisk } from './disk-checks.ts';
import { checkEvents, isUser } from './event-checks.ts';
import { type Finding, sameText, shortList } from './finding.ts';
import type { Stage } from './stage.ts';

type Entries<T> = readonly (readonly [string, T])[];

/** An arrival as `order` names it. */
const arrivalText = ({ scope, id }: Arrival): string =>
  id !== null && (scope === 'detail' || scope === 'cdn') ? `${scope} ${id}` : scope;

const countArrivals = (arrivals: readonly Arrival[], request: string): number =>
  arrivals.filter((arrival) =>
    idInRequest(request) === null ? arrival.scope === request : arrivalText(arrival) === request,
  ).length;

const checkRequests = ({ session }: Stage, counts: Entries<NumberCheck>): readonly Finding[] => {
  const { arrivals } = session.backend.record();
  return counts.map(([request, expected]) =>
    countFinding(`requests.${request}`, expected, countArrivals(arrivals, request)),
  );
};

const checkPeaks = (
  { session }: Stage,
  peaks: Readonly<Partial<Record<PeakName, NumberCheck>>>,
): readonly Finding[] => {
  const seen = session.backend.record().peaks;
  return Object.entries(peaks).map(([name, expected]) =>
    countFinding(`peak.${name}`, expected, seen[name as PeakName]),
  );
};

const checkOrder = ({ session }: Stage, expected: readonly string[]): readonly Finding[] => {
  const seen = session.backend.record().arrivals.map(arrivalText);
  let position = 0;
  const holds = expected.every((request) => {
    const found = seen.indexOf(request, position);
    position = found + 1;
    return found >= 0;
  });
  return [{ what: 'order', expected: shortList(expected), seen: shortList(seen, 50), holds }];
};

const checkMemory = ({ session }: Stage, entries: Entries<string>): readonly Finding[] => {
  const { list, details } = session.engine.snapshot();
  return entries.map(([key, expected]) => {
    const entry = key === 'list' ? list : details.get(workflowId(key));
    return sameText(`memory.${key}`, expected, entry?.freshness ?? 'absent');
  });
};

const checkMap = ({ session }: Stage, entries: Entries<string | null>): readonly Finding[] =>
  entries.map(([offering, expected]) => {
    const seen = session.engine.workflowIdForOffering(offeringId(offering));
    return sameText(`map.${offering}`, expected ?? 'no workflow', seen ?? 'no workflow');
  });

const checkUser = ({ session }: Stage, expected: string): readonly Finding[] => {
  const seen = session.engine.user();
  return [{ ...sameText('user', expected, seen), holds: isUser(expected, seen) }];
};

const checkOneCall = ({ calls }: Stage, { call, input }: CallSection): readonly Finding[] => {
  const state = calls.stateOf(call);
  return state === null ? [] : checkCall(call, input, state);
};

type CallSection = Extract<Section, { section: 'call' }>;

const checkSection = (stage: Stage, section: Section): readonly Finding[] => {
  const { session } = stage;
  switch (section.section) {
    case 'call':
      return checkOneCall(stage, section);
    case 'requests':
      return checkRequests(stage, section.input);
    case 'peak':
      return checkPeaks(stage, section.input);
    case 'memory':
      return checkMemory(stage, section.input);
    case 'disk':
      return checkDisk(session.disk.contents(), section.input);
    case 'map':
      return checkMap(stage, section.input);
    case 'user':
      return checkUser(stage, section.input);
    case 'leaks':
      return [countFinding('leaks', section.input, session.engine.leaks())];
    case 'order':
      return checkOrder(stage, section.input);
    case 'events':
      return checkEvents(session.timeline, section.input, session.timeline.since(stage.markedAt));
  }
};

/** Compares everything that an `expect` names with what is there. */
export const checkExpectation = (stage: Stage, expectation: Expectation): readonly Finding[] =>
  expectation.flatMap((section) => checkSection(stage, section));
