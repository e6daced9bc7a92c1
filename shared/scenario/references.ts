import { nameProblem } from './expect-format.ts';
import { type Problem, type Scenario, pathText } from './format.ts';
import { type KnownIds, withChanges } from './known-ids.ts';
import { type IdKind, type Mention, mentionsIn } from './mentions.ts';
import { hint, quoted } from './say.ts';
import { type PlacedStep, countSteps, givenName, mostSteps, roundMark, unroll } from './unroll.ts';

/** The first few of what there is. */
const shortened = (subject: string, words: Iterable<string>): string => {
  const all = [...words];
  if (all.length === 0) return `${subject} none`;
  const more = all.length > 12 ? ` and ${String(all.length - 12)} more` : '';
  return `${subject} ${all.slice(0, 12).join(', ')}${more}`;
};

const nounOf: Readonly<Record<IdKind, string>> = {
  listed: 'workflow in the list',
  workflow: 'workflow',
  offering: 'offering',
  any: 'workflow or offering',
};

type IdsByKind = Readonly<Record<IdKind, ReadonlySet<string>>>;

const idsByKind = ({ listed, offerings, workflows }: KnownIds): IdsByKind => ({
  listed,
  offering: offerings,
  workflow: workflows,
  any: new Set([...workflows, ...offerings]),
});

const unknownId = (known: IdsByKind, { id, kind }: Mention): string | null => {
  const ids = known[kind];
  if (ids.has(id)) return null;
  const start = `no ${nounOf[kind]} of this project ever has the id ${quoted(id)}`;
  return `${start}${hint(id, ids) || ';'} ${shortened(
    'it has',
    [...ids].filter((other) => other !== ''),
  )}`;
};

const idProblems = (steps: readonly PlacedStep[], known: IdsByKind): Problem[] =>
  steps.flatMap(({ step, path }) =>
    mentionsIn(step).flatMap((mention) => {
      const message = unknownId(known, mention);
      return message === null ? [] : [{ path: [...path, ...mention.path], message }];
    }),
  );

const badName = (name: string, { place }: PlacedStep): string | null =>
  place.inside.length === 0 && name.includes(roundMark)
    ? `${quoted(roundMark)} stands for the round of a repeat, and this step is in none`
    : nameProblem(name);

type Names = ReadonlyMap<string, number>;

const takeNames = (steps: readonly PlacedStep[]): { names: Names; problems: Problem[] } => {
  const names = new Map<string, number>();
  const problems: Problem[] = [];
  steps.forEach((placed, index) => {
    const name = givenName(placed.step);
    if (name === null) return;
    const isTwice = names.has(name)
      ? `the name ${quoted(name)} is taken already: names are unique in a file (inside a repeat, ${quoted(roundMark)} in a name makes it so)`
      : null;
    const message = badName(name, placed) ?? isTwice;
    if (message !== null) problems.push({ path: [...placed.path, 'as'], message });
    if (!names.has(name)) names.set(name, index);
  });
  return { names, problems };
};

const unknownName = (call: string, names: Names, index: number): string | null => {
  const madeAt = names.get(call);
  if (madeAt === undefined) {
    const meant = hint(call, names.keys()) || ';';
    return `no call has the name ${quoted(call)}${meant} ${shortened('the file has', names.keys())}`;
  }
  return madeAt > index ? `the call ${quoted(call)} is made only after this step` : null;
};

const nameProblems = (steps: readonly PlacedStep[]): Problem[] => {
  const { names, problems } = takeNames(steps);
  const unknown = steps.flatMap(({ step, path }, index) =>
    step.name !== 'expect'
      ? []
      : step.input.flatMap((section) => {
          if (section.section !== 'call') return [];
          const message = unknownName(section.call, names, index);
          return message === null ? [] : [{ path: [...path, section.call], message }];
        }),
  );
  return [...problems, ...unknown];
};

/** The same mistake in every round is one mistake. */
const once = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [pathText(problem.path), problem])).values(),
];

/** Names that no call has, and ids that the project never has. */
export const checkReferences = (scenario: Scenario, known: KnownIds): readonly Problem[] => {
  if (countSteps(scenario.steps) > mostSteps) {
    const message = `with repeats written out these are more than ${String(mostSteps)} steps`;
    return [{ path: ['steps'], message }];
  }
  const steps = [...unroll(scenario)];
  const first = steps.filter(({ isRepeated }) => !isRepeated);
  const changes = first.flatMap(({ step }) => (step.name === 'change' ? [step.input] : []));
  return once([
    ...nameProblems(steps),
    ...idProblems(first, idsByKind(withChanges(known, changes))),
  ]);
};
