import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTimeline } from '../../../main/engine/timeline.ts';
import { defaultSizes } from '../../../shared/limits.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import { ruleSets } from '../../../shared/policies.ts';
import type { EventType, TimelineEvent } from '../../../shared/timeline.ts';
import { allEvents } from '../../helpers/engine-view.ts';
import { type Lab, hours, minutes, openLab } from '../../helpers/lab.ts';

/** These begin a story; everything else was led to. */
const roots: readonly EventType[] = [
  'called',
  'identity-changed',
  'foreground-changed',
  'cold-started',
];

/** A bit of everything: success, failure, joins, late answers, restores, the background. */
const openBusy = async (rules: (typeof ruleSets)[number] = 'recommended'): Promise<Lab> => {
  const lab = await openLab({ rules });
  const { engine, faults } = lab;
  void engine.getOfferings();
  void engine.getOfferings();
  void engine.getWorkflow('wf_b');
  await lab.settle();
  await lab.advance(minutes(6));
  faults.fail({ target: { what: 'list' }, kind: 503 });
  void engine.getWorkflowsList();
  void engine.getWorkflow('wf_a');
  void engine.getWorkflow('nowhere');
  await lab.settle();
  faults.heal();
  faults.hold({ what: 'backend' });
  void engine.getOfferings();
  void engine.getWorkflow('wf_c');
  void engine.getWorkflow('wf_c');
  await lab.settle();
  engine.logIn(appUserId('ben'));
  faults.release();
  await lab.settle();
  void engine.getOfferings();
  await lab.settle();
  engine.setForeground(false);
  await lab.advance(hours(26));
  void engine.getWorkflowsList({ force: true });
  await lab.advance(minutes(1));
  engine.setForeground(true);
  await lab.settle();
  return lab;
};

const callsOf = (lab: Lab, type: EventType): readonly (number | undefined)[] =>
  allEvents(lab)
    .filter((event) => event.type === type)
    .map(({ call }) => call);

describe.each(ruleSets)('every event of a busy story under %s', (rules) => {
  it('A8 has the next id, and a time that is not before the one before it', async () => {
    const events = allEvents(await openBusy(rules));
    expect(events.map(({ eventId }) => eventId)).toEqual(events.map((_event, index) => index + 1));
    expect(events.map(({ at }) => at)).toEqual(
      events.map(({ at }) => at).toSorted((one, other) => one - other),
    );
  });

  it('A8 was led to by an earlier event, unless it is what a person or the system did', async () => {
    const events = allEvents(await openBusy(rules));
    const isLed = ({ type, eventId, cause }: TimelineEvent): boolean =>
      roots.includes(type)
        ? cause === undefined
        : cause !== undefined && cause >= 1 && cause < eventId;
    expect(events.filter((event) => !isLed(event))).toEqual([]);
  });

  it('A8 tells user, generation and rule set, and that of a late answer is the former user’s', async () => {
    const events = allEvents(await openBusy(rules));
    const told = new Set(events.map((event) => `${event.user} ${event.generation} ${event.rules}`));
    expect([...told].sort()).toEqual([`ana 1 ${rules}`, `ben 2 ${rules}`]);
  });

  it('A8 shows each call with exactly one `called` and one `completed`', async () => {
    const lab = await openBusy(rules);
    const called = callsOf(lab, 'called');
    const completed = callsOf(lab, 'completed');
    expect([called, completed.toSorted((one, other) => Number(one) - Number(other))]).toEqual([
      called.map((_call, index) => index + 1),
      called,
    ]);
  });

  it('A8 shows each request with exactly one `requested` and one `responded`', async () => {
    const lab = await openBusy(rules);
    const numbers = (type: EventType) =>
      allEvents(lab)
        .filter((event) => event.type === type)
        .map(({ request }) => Number(request))
        .toSorted((one, other) => one - other);
    expect(numbers('requested').length).toBeGreaterThan(5);
    expect(numbers('responded')).toEqual(numbers('requested'));
  });

  it('A8 carries no secret', async () => {
    const text = JSON.stringify(allEvents(await openBusy(rules)));
    expect(text).not.toMatch(/bundled-backend|bearer|authorization/i);
  });
});

describe('what events tell', () => {
  it('A8 the answer names its decision, and the hash and the size of the body are in the events', async () => {
    const lab = await openLab();
    const answer = await lab.engine.getWorkflow('wf_a');
    const envelope = lab.backend.project.detail('wf_a', lab.backend.origins) ?? '';
    const hash = createHash('sha256').update(envelope).digest('hex');
    const decision = lab.timeline.find(answer.decision);
    expect({
      hash: answer.status === 'ok' && answer.bodyHash,
      decision: { type: decision?.type, id: decision?.id, hash: decision?.hash },
      sizeBytes: lab.find('responded')?.sizeBytes,
    }).toEqual({
      hash,
      decision: { type: 'refreshed', id: 'wf_a', hash },
      sizeBytes: Buffer.byteLength(envelope),
    });
  });

  it('A8 a completion tells source and freshness, or the error', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflow('wf_a');
    await lab.engine.getWorkflow('wf_a');
    await lab.engine.getWorkflow('nowhere');
    const told = allEvents(lab)
      .filter(({ type }) => type === 'completed')
      .map(
        ({ source, freshness, error }) => error?.code ?? `${String(source)} ${String(freshness)}`,
      );
    expect(told).toEqual(['network fresh', 'memory fresh', 'rejected']);
  });

  it('A8 identity, foreground and cold starts are events', async () => {
    const lab = await openLab();
    lab.engine.logIn(appUserId('ben'));
    lab.engine.setForeground(false);
    lab.engine.coldStart();
    lab.engine.alias(appUserId('cleo'));
    expect(
      allEvents(lab).map(({ type, user, generation }) => `${type} ${user} ${generation}`),
    ).toEqual([
      'identity-changed ben 2',
      'foreground-changed ben 2',
      'cold-started ben 2',
      'identity-changed cleo 3',
    ]);
  });

  it('A8 the rule set is that of the moment', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflow('wf_a');
    lab.engine.setRules('ios');
    await lab.engine.getWorkflow('wf_a');
    const rules = allEvents(lab)
      .filter(({ type }) => type === 'completed')
      .map((event) => event.rules);
    expect(rules).toEqual(['recommended', 'ios']);
  });

  it('A8 listeners hear of every event until they are taken off', async () => {
    const lab = await openLab();
    const heard: number[] = [];
    const stop = lab.timeline.onEvent(({ eventId }) => heard.push(eventId));
    await lab.engine.getWorkflow('wf_a');
    const told = allEvents(lab).map(({ eventId }) => eventId);
    stop();
    await lab.engine.getWorkflow('wf_a');
    expect(heard).toEqual(told);
  });
});

describe('the ring of events', () => {
  const event = {
    type: 'hit',
    subject: 'app',
    at: 0,
    user: appUserId('ana'),
    generation: 1,
    rules: 'recommended',
  } as const;

  it('A8 keeps the newest, whose ids go on', () => {
    const timeline = createTimeline(3);
    const ids = [1, 2, 3, 4, 5].map(() => timeline.append(event));
    expect({
      ids,
      kept: timeline.since(1).map(({ eventId }) => eventId),
      gone: timeline.find(2),
      next: timeline.nextId(),
    }).toEqual({ ids: [1, 2, 3, 4, 5], kept: [3, 4, 5], gone: null, next: 6 });
  });

  it('A8 holds 100,000 events unless it is told otherwise', () => {
    expect(defaultSizes.timelineEvents).toBe(100_000);
  });
});
