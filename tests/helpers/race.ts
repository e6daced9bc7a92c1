import type { Answer, ListAnswer, ResolvedWorkflow } from '../../shared/answers.ts';
import { appUserId } from '../../shared/model/ids.ts';
import { publishedRevision } from '../../shared/model/workflow.ts';
import { mapOfferings } from '../../shared/model/workflows-list.ts';
import type { RuleSet } from '../../shared/policies.ts';
import { type Lab, openLab } from './lab.ts';
import { type Command, offeringIds, workflowIds } from './race-commands.ts';

interface MadeCall {
  /** As the timeline numbers it. */
  readonly number: number;
  readonly generation: number;
  readonly life: number;
  answered: number;
}

/** A lab that commands are run on, with what its calls were answered with. */
export interface Race {
  readonly lab: Lab;
  readonly calls: readonly MadeCall[];
  /** What was wrong with the answers themselves. */
  readonly problems: readonly string[];
  /** Goes up with every cold start. */
  life(): number;
  run(command: Command): Promise<void>;
}

const project = {
  offerings: offeringIds.map((id) => ({ id, paywall: id !== 'o9' })),
  workflows: workflowIds.map((id, index) => ({
    id,
    offering: offeringIds[index] ?? null,
    prefetch: index < 7,
    delivery: index % 4 === 3 ? ('inline' as const) : ('cdn' as const),
    assets: index % 3 === 0 ? 2 : 0,
  })),
};

/** Makes what each generation is served tell them apart: its number is the revision. */
const publish = ({ backend }: Lab, revision: number): void => {
  for (const id of workflowIds) backend.project.change({ kind: 'workflow', id, to: { revision } });
};

export const openRace = async (rules: RuleSet): Promise<Race> => {
  const lab = await openLab({ rules, ...project });
  const { engine, faults } = lab;
  const calls: MadeCall[] = [];
  const problems: string[] = [];
  /** The generation in which each call completed: its caller hears of that a moment later. */
  const completedIn = new Map<number, number>();
  lab.timeline.onEvent(({ type, call }) => {
    if (type === 'completed' && call !== undefined) completedIn.set(call, engine.generation());
  });
  let life = 0;
  let asked = new Set<string>();

  const follow = <T>(
    make: () => Promise<Answer<T>>,
    look: (answer: Answer<T>, call: MadeCall) => void = () => undefined,
  ): void => {
    const call: MadeCall = {
      number: calls.length + 1,
      generation: engine.generation(),
      life,
      answered: 0,
    };
    calls.push(call);
    void make().then((answer) => {
      call.answered += 1;
      if (answer.isFormerUser !== (completedIn.get(call.number) !== call.generation))
        problems.push(`call ${call.number} says ${String(answer.isFormerUser)} of a former user`);
      look(answer, call);
    });
  };

  /** Whatever the engine believes: what was published before the call's user came is somebody else's. */
  const lookAtWorkflow = (answer: Answer<ResolvedWorkflow>, call: MadeCall): void => {
    if (answer.status === 'error') return;
    const { workflow } = answer.value;
    const revision = publishedRevision(workflow);
    const isOurs = (workflowIds as readonly string[]).includes(workflow.id);
    if (isOurs && (revision ?? 0) < call.generation)
      problems.push(`call ${call.number} got ${workflow.id} of generation ${String(revision)}`);
  };

  /** The map comes from the list, or was learned by asking. */
  const lookAtList = (answer: Answer<ListAnswer>): void => {
    if (answer.status === 'error' || answer.isFormerUser) return;
    const { workflowByOffering: listed } = mapOfferings(answer.value.list);
    for (const [offering, workflow] of answer.value.workflowByOffering)
      if (listed.get(offering) !== workflow && (listed.has(offering) || !asked.has(offering)))
        problems.push(`${offering} maps to ${workflow}, which nobody said`);
  };

  const become = (change: () => void): void => {
    const before = engine.generation();
    // Before the change, so that nothing of the new generation is served the old revision.
    publish(lab, before + 1);
    change();
    if (engine.generation() === before) publish(lab, before);
    else asked = new Set();
  };

  const run = async (command: Command): Promise<void> => {
    switch (command.do) {
      case 'get-offerings':
        follow(() => engine.getOfferings());
        return;
      case 'get-list':
        follow(() => engine.getWorkflowsList({ force: command.force }), lookAtList);
        return;
      case 'get-workflow':
        asked.add(command.id);
        follow(() => engine.getWorkflow(command.id), lookAtWorkflow);
        return;
      case 'log-in':
        become(() => engine.logIn(appUserId(command.user)));
        return;
      case 'switch-user':
        become(() => engine.switchUser(appUserId(command.user)));
        return;
      case 'alias':
        become(() => engine.alias(appUserId(command.user)));
        return;
      case 'log-out':
        become(() => engine.logOut());
        return;
      case 'cold-start':
        life += 1;
        engine.coldStart();
        return;
      case 'foreground':
        engine.setForeground(command.is);
        return;
      case 'online':
        faults.setOnline(command.is);
        return;
      case 'fail':
        faults.fail({ target: command.target, kind: command.kind, times: command.times });
        return;
      case 'slow':
        faults.slow(command.target, {
          latencyMs: command.latencyMs,
          jitterMs: 0,
          bytesPerSecond: null,
        });
        return;
      case 'hold':
        faults.hold(command.target);
        return;
      case 'heal':
        faults.heal();
        return;
      case 'release':
        faults.release();
        return;
      case 'settle':
        await lab.settle();
        return;
      case 'advance':
        await lab.advance(command.ms);
        return;
      case 'change':
        lab.backend.project.change(command.change);
    }
  };

  publish(lab, engine.generation());
  return { lab, calls, problems, life: () => life, run };
};
