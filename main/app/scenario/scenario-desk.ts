import { randomUUID } from 'node:crypto';
import { stackOf } from '../../../shared/error-text.ts';
import type {
  Documents,
  OpenScenario,
  ScenarioPlay,
  UsableScenario,
} from '../../../shared/contract/documents.ts';
import type { Comparison } from '../../../shared/contract/library.ts';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import type { RuleSet } from '../../../shared/policies.ts';
import { countSteps, placeText } from '../../../shared/scenario/unroll.ts';
import { compareRules } from '../../scenario/compare.ts';
import { countChecks } from '../../scenario/count-checks.ts';
import { shortFindings } from '../../scenario/finding.ts';
import type { PlayedStep } from '../../scenario/play.ts';
import { type RunResult, runScenario } from '../../scenario/run.ts';
import type { Log } from '../log.ts';
import {
  type LoadedSource,
  type ScenarioSource,
  type UsableText,
  fileSource,
  textSource,
} from './scenario-source.ts';

/**
 * The scenario file that is open, and its playing: on an engine, a backend, a disk and a clock of its
 * own, so that nothing of the session that windows show is touched.
 */
export interface ScenarioDesk {
  document(): Documents['scenario'];
  /** By its path, which is absolute. */
  openFile(file: string): Outcome<null>;
  /** One of which nobody knows where it lies. */
  openText(name: string, text: string): Outcome<null>;
  /** Reads the file again, and plays what is in it now. */
  play(id: string): Outcome<null>;
  /** What is played is given up: it ends before its next step, and nobody hears of it. */
  close(id: string): Outcome<null>;
  /** Plays it under two sets of rules, and puts what happens beside each other. */
  compare(id: string, rules: readonly [RuleSet, RuleSet]): Promise<Outcome<Comparison>>;
  /** Hands it over: it is not open here any more. */
  take(id: string): Outcome<ScenarioSource>;
  /** Resolves when nothing is played any more. */
  end(): Promise<void>;
}

export interface ScenarioDeskOptions {
  readonly log: Pick<Log, 'write'>;
  /** The document is another one now. */
  readonly onChange: () => void;
}

interface Opened extends OpenScenario {
  readonly source: ScenarioSource;
  /** Ends its playing. */
  readonly stop: AbortController;
}

/** A window shows no more, and this many can be sent at once. */
const mostSteps = 500;

const brokeOff: ScenarioPlay = {
  status: 'failed',
  message: 'Something in the app itself went wrong, so it was not played to its end.',
};

const contentOf = (loaded: LoadedSource): OpenScenario['content'] => {
  if (!loaded.ok) return { status: 'unusable', problems: loaded.problems };
  const { description, scenario } = loaded;
  const { name, rules, steps } = scenario;
  return {
    status: 'usable',
    name,
    description,
    rules,
    steps: countSteps(steps),
    checks: countChecks(steps),
    play: { status: 'ready' },
  };
};

const stepOf = ({ place, name, findings }: PlayedStep) => ({
  place: placeText(place),
  name,
  findings: [...shortFindings(findings)],
});

const playedOf = (steps: readonly PlayedStep[], result: RunResult): ScenarioPlay => {
  if (!result.ok) return { status: 'failed', message: result.message };
  return {
    status: 'played',
    played: steps.length,
    checks: result.checks,
    holds: result.failures.length === 0,
    steps: steps.slice(-mostSteps).map(stepOf),
  };
};

const isPlaying = (opened: Opened | null): opened is Opened & { content: UsableScenario } =>
  opened?.content.status === 'usable' && opened.content.play.status === 'playing';

const gone = problem('not-found', 'Another scenario is open by now.');
const comparesAlready = problem('refused', 'It is being compared already. Wait for the end.');
const givenUp = problem('gone', 'It was closed before the end.');
const otherFile = problem(
  'refused',
  'The file is another one now, and cannot be played. Open it again to see why.',
);
/** Two readings of a file, for two sides that must not meet. */
class Unusable extends Error {}

const usable = (source: ScenarioSource): UsableText => {
  const loaded = source.load();
  if (!loaded.ok) throw new Unusable();
  return loaded;
};

const busy = ({ file }: Opened): Outcome<never> =>
  problem('refused', `${file} is being played. Wait for its end, or close it first.`);

export const createScenarioDesk = ({ log, onChange }: ScenarioDeskOptions): ScenarioDesk => {
  let opened: Opened | null = null;
  const runs = new Set<Promise<void>>();
  /** Whose comparison runs; each of them has two sessions, one after the other. */
  let comparing: string | null = null;

  const become = (next: Opened | null): void => {
    opened = next;
    onChange();
  };

  const open = (source: ScenarioSource): Outcome<null> => {
    if (isPlaying(opened)) return busy(opened);
    const content = contentOf(source.load());
    const { file } = source;
    // Nobody waits any more for how the one before compares.
    opened?.stop.abort();
    become({ id: randomUUID(), file, content, source, stop: new AbortController() });
    return done(null);
  };

  /** Of one that was closed nothing is told. */
  const tell = (id: string, play: ScenarioPlay): void => {
    if (opened?.id === id && opened.content.status === 'usable')
      become({ ...opened, content: { ...opened.content, play } });
  };

  const run = async ({ id, stop: { signal } }: Opened, loaded: UsableText): Promise<void> => {
    const steps: PlayedStep[] = [];
    const onStep = (step: PlayedStep): void => {
      steps.push(step);
      tell(id, { status: 'playing', played: steps.length });
    };
    const { rules } = loaded.scenario;
    try {
      const result = await runScenario(loaded, { rules, keepGoing: false, signal, onStep });
      tell(id, playedOf(steps, result));
    } catch (error) {
      log.write('scenario', stackOf(error));
      tell(id, brokeOff);
    }
  };

  const start = (current: Opened): void => {
    const loaded = current.source.load();
    become({ ...current, content: contentOf(loaded) });
    if (!loaded.ok) return;
    tell(current.id, { status: 'playing', played: 0 });
    const running = run(current, loaded).finally(() => runs.delete(running));
    runs.add(running);
  };

  const compare = async (
    { source, stop: { signal } }: Opened,
    rules: readonly [RuleSet, RuleSet],
  ): Promise<Outcome<Comparison>> => {
    try {
      const compared = await compareRules(() => usable(source), rules, signal);
      if (signal.aborted) return givenUp;
      return typeof compared === 'string' ? problem('system', compared) : done(compared);
    } catch (error) {
      if (error instanceof Unusable) return otherFile;
      throw error;
    }
  };

  return Object.freeze({
    document: () => opened && { id: opened.id, file: opened.file, content: opened.content },
    openFile: (file: string) => open(fileSource(file)),
    openText: (name: string, text: string) => open(textSource(name, text)),
    play: (id: string) => {
      if (opened?.id !== id) return gone;
      if (isPlaying(opened)) return busy(opened);
      start(opened);
      return done(null);
    },
    close: (id: string) => {
      // Two windows may close the same one.
      if (opened?.id !== id) return done(null);
      opened.stop.abort();
      become(null);
      return done(null);
    },
    compare: (id: string, rules: readonly [RuleSet, RuleSet]) => {
      if (opened?.id !== id) return Promise.resolve(gone);
      if (isPlaying(opened)) return Promise.resolve(busy(opened));
      if (comparing === id) return Promise.resolve(comparesAlready);
      comparing = id;
      const compared = compare(opened, rules).finally(() => {
        if (comparing === id) comparing = null;
      });
      const over = (): undefined => undefined;
      // Who asked hears of a fault; here it would be one that nobody caught.
      const running = compared.then(over, over).finally(() => runs.delete(running));
      runs.add(running);
      return compared;
    },
    take: (id: string) => {
      if (opened?.id !== id) return gone;
      if (isPlaying(opened)) return busy(opened);
      const { source } = opened;
      opened.stop.abort();
      become(null);
      return done(source);
    },
    end: async () => {
      opened?.stop.abort();
      await Promise.all(runs);
    },
  });
};
