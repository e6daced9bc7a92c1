import type { Problem, Scenario } from './format.ts';
import type { PlainStep, Step } from './step-format.ts';

/** Where a step stands, as people count: the file's step, and inside repeats the round and step. */
export interface Place {
  readonly step: number;
  readonly inside: readonly { readonly round: number; readonly step: number }[];
}

/** One step as it is played, with its names as they are in its round. */
export interface PlacedStep {
  readonly step: PlainStep;
  readonly place: Place;
  /** Where it stands in the file. */
  readonly path: Problem['path'];
  /** The same in every round. */
  readonly isRepeated: boolean;
}

/** `step 4 (round 3, step 2)`. */
export const placeText = ({ step, inside }: Place): string => {
  const rounds = inside.map(
    ({ round, step: inner }) => `round ${String(round)}, step ${String(inner)}`,
  );
  return `step ${String(step)}${rounds.length === 0 ? '' : ` (${rounds.join(', ')})`}`;
};

/** What stands for the round in names. */
export const roundMark = '{n}';

/** More steps than this are taken for a mistake. */
export const mostSteps = 100_000;

/** How many steps a scenario has when its repeats are written out. */
export const countSteps = (steps: readonly Step[]): number =>
  steps.reduce(
    (count, step) => count + (step.name === 'repeat' ? step.times * countSteps(step.steps) : 1),
    0,
  );

const isCall = (
  step: PlainStep,
): step is Extract<PlainStep, { name: 'get-offerings' | 'get-list' | 'get-workflow' }> =>
  step.name === 'get-offerings' || step.name === 'get-list' || step.name === 'get-workflow';

/** The name that a step gives to its call, if it makes one and names it. */
export const givenName = (step: PlainStep): string | null => (isCall(step) ? step.input.as : null);

/** The same value with the round in all its texts, keys too. */
const withRound = (value: unknown, round: string): unknown => {
  if (typeof value === 'string') return value.replaceAll(roundMark, round);
  if (Array.isArray(value)) return value.map((member) => withRound(member, round));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key.replaceAll(roundMark, round),
      withRound(member, round),
    ]),
  );
};

/** Whether a step is another one in each round. */
const isVaried = (step: PlainStep): boolean =>
  JSON.stringify(step.input ?? null).includes(roundMark);

// The input keeps its form: only texts in it change.
const inRound = (step: PlainStep, round: number): PlainStep =>
  isVaried(step) ? ({ ...step, input: withRound(step.input, String(round)) } as PlainStep) : step;

function* placed(
  steps: readonly Step[],
  round: number | null,
  placeOf: (index: number) => Place,
  path: Problem['path'],
): Generator<PlacedStep> {
  for (const [index, step] of steps.entries()) {
    const place = placeOf(index);
    const here = [...path, index];
    if (step.name !== 'repeat')
      yield {
        step: round === null ? step : inRound(step, round),
        place,
        path: [...here, step.name],
        isRepeated: place.inside.some((inner) => inner.round > 1) && !isVaried(step),
      };
    else
      for (let inner = 1; inner <= step.times; inner += 1)
        yield* placed(step.steps, inner, insideOf(place, inner), [...here, 'repeat', 'do']);
  }
}

const insideOf =
  (outer: Place, round: number) =>
  (index: number): Place => ({
    ...outer,
    inside: [...outer.inside, { round, step: index + 1 }],
  });

/** The steps in the order in which they are played, with repeats written out. */
export const unroll = ({ steps }: Pick<Scenario, 'steps'>): Generator<PlacedStep> =>
  placed(steps, null, (index) => ({ step: index + 1, inside: [] }), ['steps']);
