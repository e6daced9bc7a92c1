import { Document, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { RuleSet } from '../../../shared/policies.ts';
import type { PlainStep, Start } from '../../../shared/scenario/format.ts';
import { writeStep } from '../../../shared/scenario/write-step.ts';

/** A scenario that is written into a file. */
export interface WrittenScenario {
  readonly name: string;
  /** What there is to say of it; empty: nothing. */
  readonly description: string;
  readonly rules: RuleSet;
  /** `demo`, or the path of a folder. */
  readonly project: string;
  readonly start: Start;
  readonly steps: readonly PlainStep[];
}

const settingsOf = ({ settings }: Start): Record<string, boolean> => ({
  ...(settings.persistOnDemand ? { 'persist-on-demand': true } : {}),
  ...(settings.fallbackHost ? { 'fallback-host': true } : {}),
});

const startOf = (start: Start): Record<string, unknown> => {
  const settings = settingsOf(start);
  return {
    user: start.user,
    ...(start.foreground ? {} : { foreground: false }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  };
};

/** What fits on a line is written on one. */
const longestFlow = 84;

const setSectionFlow = (section: unknown): void => {
  if (isSeq(section)) section.flow = true;
  if (!isMap(section)) return;
  section.flow = JSON.stringify(section.toJSON()).length < longestFlow;
  for (const { value } of section.items) if (isSeq(value)) value.flow = true;
};

/** One line for each step, and for each thing that is checked. */
const setFlow = (document: Document): void => {
  const steps = document.get('steps');
  const start = document.get('start');
  if (isMap(start)) start.flow = true;
  if (!isSeq(steps)) return;
  for (const step of steps.items) {
    const [pair] = isMap(step) ? step.items : [];
    if (!isPair(pair) || !isMap(pair.value)) continue;
    const isCheck = isScalar(pair.key) && pair.key.value === 'expect';
    if (isCheck) for (const { value } of pair.value.items) setSectionFlow(value);
    else pair.value.flow = true;
  }
};

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The text of a file; read again, it is the same scenario. */
export const writeScenario = ({ name, description, steps, ...rest }: WrittenScenario): string => {
  const document = new Document(
    {
      format: 1,
      name: oneLine(name),
      rules: rest.rules,
      project: rest.project,
      start: startOf(rest.start),
      steps: steps.map(writeStep),
    },
    { aliasDuplicateObjects: false },
  );
  const words = oneLine(description);
  if (words !== '') document.commentBefore = ` ${words}`;
  setFlow(document);
  const text = document.toString({ lineWidth: 100, nullStr: 'null' });
  // As people write a step that needs nothing more than its name.
  return text.replaceAll(/^( *- [a-z-]+): null$/gm, '$1:');
};
