import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parseScenario } from '../../../main/scenario/parse.ts';
import {
  type FaultKind,
  type FaultScope,
  type RequestScope,
  type Target,
  appliesTo,
  connectFaults,
  faultScopes,
  socketFaults,
} from '../../../shared/faults.ts';
import type { PlainStep } from '../../../shared/scenario/format.ts';
import { unroll } from '../../../shared/scenario/unroll.ts';
import { reach } from './probes.ts';

const folder = path.resolve(import.meta.dirname, '..', '..', 'scenarios');

/** Of all statuses, what matters to the engine is which of two kinds they are. */
const kindName = (kind: FaultKind): string =>
  typeof kind === 'number' ? `${String(Math.floor(kind / 100))}xx` : kind;

const kinds: readonly FaultKind[] = [...connectFaults, ...socketFaults, 400, 500];

const stepsOf = (file: string): readonly PlainStep[] => {
  const result = parseScenario(readFileSync(path.join(folder, file), 'utf8'));
  if (!result.ok) throw new Error(`${file} cannot be parsed`);
  return [...unroll(result.parsed.scenario)].map(({ step }) => step);
};

interface Broken {
  readonly kind: FaultKind;
  readonly target: Target;
  readonly times?: number;
}

const brokenBy = (step: PlainStep): Broken | null => {
  if (step.name === 'fail') return step.input;
  return step.name === 'slow' ? { kind: 'slow', target: step.input.target } : null;
};

/** The faults after which something is looked at before they are healed. */
const seenIn = (steps: readonly PlainStep[]): readonly Broken[] =>
  steps.flatMap((step, index) => {
    const broken = brokenBy(step);
    const after = steps.slice(index + 1).find(({ name }) => name === 'expect' || name === 'heal');
    return broken !== null && after?.name === 'expect' ? [broken] : [];
  });

const seen = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => seenIn(stepsOf(file)));

/** `wrong-hash` says nothing about what is announced without a hash. */
const isPossible = (kind: FaultKind, what: FaultScope): boolean =>
  reach[what].some((scope: RequestScope) => appliesTo(kind, scope));

it('every kind of fault is seen in every scope by a scenario', () => {
  const cells = new Set(seen.map(({ kind, target }) => `${kindName(kind)} ${target.what}`));
  const missing = kinds.flatMap((kind) =>
    faultScopes
      .filter((what) => isPossible(kind, what))
      .map((what) => `${kindName(kind)} ${what}`)
      .filter((cell) => !cells.has(cell)),
  );
  expect(missing).toEqual([]);
});

it('every kind of fault is seen for one workflow only, and for so many times, by a scenario', () => {
  const namesOf = (faults: readonly Broken[]): ReadonlySet<string> =>
    new Set(faults.map(({ kind }) => kindName(kind)));
  const withId = namesOf(seen.filter(({ target }) => target.id !== undefined));
  const withTimes = namesOf(seen.filter(({ times }) => times !== undefined));
  expect(kinds.map(kindName).filter((kind) => !withId.has(kind) || !withTimes.has(kind))).toEqual(
    [],
  );
});

it('latency, jitter and rate are each seen by a scenario', () => {
  const paces = readdirSync(path.join(folder, 'faults'))
    .flatMap((file) => stepsOf(path.join('faults', file)))
    .flatMap((step) => (step.name === 'slow' ? [step.input.pace] : []));
  expect({
    latency: paces.some(({ latencyMs }) => latencyMs > 0),
    jitter: paces.some(({ jitterMs }) => jitterMs > 0),
    rate: paces.some(({ bytesPerSecond }) => bytesPerSecond !== null),
  }).toEqual({ latency: true, jitter: true, rate: true });
});
