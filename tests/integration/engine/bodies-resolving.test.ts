import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../shared/faults.ts';
import { minutes, openLab } from '../../helpers/lab.ts';
import { ask, count, followWorkflow, openWithList } from '../../helpers/details.ts';
import { answering, sha256 } from '../../helpers/served.ts';
import { memoryOf, seenWorkflow } from '../../helpers/seen.ts';

const onCdn = { workflows: [{ id: 'wf_b', offering: 'sale', delivery: 'cdn' as const }] };
const workflowText = JSON.stringify({
  id: 'wf_x',
  display_name: 'Made by hand',
  initial_step_id: 'step',
  steps: {},
  screens: {},
  ui_config: {},
});

describe('an envelope', () => {
  it('R-01 that is inline is its data, with the variants that the user is enrolled in', async () => {
    const text = `{"action":"inline","data":${workflowText},"enrolled_variants":{"exp_1":"b"}}`;
    const lab = await openLab({ serve: answering({ details: new Map([['wf_x', () => text]]) }) });
    const answer = await lab.engine.getWorkflow('wf_x');
    const again = await lab.engine.getWorkflow('wf_x');
    const value = {
      workflow: expect.objectContaining({ id: 'wf_x', displayName: 'Made by hand' }) as unknown,
      enrolledVariants: { exp_1: 'b' },
    };
    expect([answer, again, lab.requests('cdn')]).toMatchObject([{ value }, { value }, 0]);
  });

  it('R-01 keeps its variants where it is answered from disk', async () => {
    const text = `{"action":"inline","data":${workflowText},"enrolled_variants":{"exp_1":"b"}}`;
    const lab = await openWithList({
      workflows: [{ id: 'wf_x', offering: 'sale', prefetch: true }],
      serve: answering({ details: new Map([['wf_x', () => text]]) }),
    });
    lab.engine.coldStart();
    lab.faults.setOnline(false);
    expect(await lab.engine.getWorkflow('wf_x')).toMatchObject({
      source: 'disk',
      value: { enrolledVariants: { exp_1: 'b' } },
    });
  });

  it('R-03 that points to the CDN has exactly its url fetched, and what is there is the workflow', async () => {
    const path = '/workflows/elsewhere/body-7.json';
    const envelope = (cdn: string): string =>
      JSON.stringify({ action: 'use_cdn', url: cdn + path, enrolled_variants: { exp_1: 'a' } });
    const details = new Map([['wf_x', ({ cdn }: { cdn: string }) => envelope(cdn)]]);
    const bodies = new Map([[path, workflowText]]);
    const lab = await openLab({ serve: answering({ details, bodies }) });
    const answer = await lab.engine.getWorkflow('wf_x');
    await lab.settle();
    const file = lab.files.pathOf({ url: lab.backend.origins.cdn + path, hash: null });
    expect([answer, lab.backend.record().arrivals, readFileSync(file, 'utf8')]).toMatchObject([
      {
        source: 'network',
        value: { workflow: { id: 'wf_x' }, enrolledVariants: { exp_1: 'a' } },
      },
      [
        { scope: 'detail', id: 'wf_x' },
        { scope: 'cdn', id: 'elsewhere' },
      ],
      workflowText,
    ]);
  });

  it('R-03 whose body is on disk already has it fetched no more', async () => {
    const lab = await openLab(onCdn);
    await ask(lab, 'wf_b');
    lab.engine.coldStart();
    expect([await ask(lab, 'wf_b'), lab.requests('detail wf_b'), lab.requests('cdn wf_b')]).toEqual(
      ['network fresh r1', 2, 1],
    );
  });

  it('R-05 without a hash takes whatever workflow the CDN has', async () => {
    const lab = await openLab({ workflows: [{ id: 'wf_b', delivery: 'cdn', hash: 'none' }] });
    lab.faults.fail({ target: { what: 'cdn' }, kind: 'wrong-hash' });
    expect([await ask(lab, 'wf_b'), count(lab, 'verified wf_b')]).toEqual(['network fresh r1', 0]);
  });
});

const failures: readonly (readonly [FaultKind, string])[] = [
  ['offline', 'error cdn-failed offline'],
  ['refused', 'error cdn-failed refused'],
  ['dns', 'error cdn-failed dns'],
  ['timeout', 'error cdn-failed timeout'],
  ['reset', 'error cdn-failed reset'],
  ['truncated', 'error cdn-failed truncated'],
  [503, 'error cdn-failed 503'],
  [404, 'error cdn-failed 404'],
  ['redirect', 'error cdn-failed'],
  ['oversize', 'error too-large'],
  ['wrong-hash', 'error hash-mismatch'],
  ['empty', 'error hash-mismatch'],
  ['html', 'error hash-mismatch'],
];

describe('a body that cannot be had', () => {
  it.each(failures)(
    'R-04 R-06 ends in an error of its own, and nothing of it is kept, where the fault is %s',
    async (kind, expected) => {
      const lab = await openLab(onCdn);
      lab.faults.fail({ target: { what: 'cdn' }, kind });
      const state = followWorkflow(lab, 'wf_b');
      await lab.settle();
      await lab.advance(minutes(1));
      const kept = lab.backend.project.bodyRefs('wf_b').filter((ref) => lab.files.has(ref));
      lab.faults.heal();
      expect({
        state: state(),
        memory: memoryOf(lab).details,
        kept,
        next: await ask(lab, 'wf_b'),
        requests: lab.requests('detail wf_b'),
      }).toEqual({ state: expected, memory: {}, kept: [], next: 'network fresh r1', requests: 2 });
    },
  );

  it('R-06 is never taken where the announced hash is wrong for good, and is not persisted', async () => {
    const workflow = { id: 'wf_b', offering: 'sale', prefetch: true, hash: 'wrong' as const };
    const lab = await openWithList({ workflows: [{ ...workflow, delivery: 'cdn' }] });
    expect({
      answer: await ask(lab, 'wf_b'),
      memory: memoryOf(lab).details,
      envelopes: lab.disk.contents().envelopes,
      kept: lab.backend.project.bodyRefs('wf_b').filter((ref) => lab.files.has(ref)),
    }).toEqual({ answer: 'error hash-mismatch', memory: {}, envelopes: [], kept: [] });
  });
});

describe('a body that is no workflow', () => {
  const openOdd = (body: string, hash: string | null) => {
    const path = '/workflows/wf_x/odd.json';
    const details = new Map([
      [
        'wf_x',
        ({ cdn }: { cdn: string }) => JSON.stringify({ action: 'use_cdn', url: cdn + path, hash }),
      ],
    ]);
    const bodies = new Map([[path, body]]);
    const correct = (): void => void bodies.set(path, workflowText);
    return { lab: openLab({ serve: answering({ details, bodies }) }), correct };
  };

  it.each([
    ['is not JSON', '<html></html>'],
    ['is JSON of another kind', '[]'],
    ['lacks what a workflow must have', '{"id":"wf_x"}'],
    ['is empty', ''],
  ])('D-08 is malformed, also where its hash is right: it %s', async (_, body) => {
    const lab = await openOdd(body, sha256(body)).lab;
    const answer = await lab.engine.getWorkflow('wf_x');
    expect([seenWorkflow(answer), memoryOf(lab).details]).toEqual(['error malformed', {}]);
  });

  it('D-08 is fetched again by the next ask where no hash vouches for it', async () => {
    const { lab: opening, correct } = openOdd('[]', null);
    const lab = await opening;
    const first = await ask(lab, 'wf_x');
    correct();
    expect([first, await ask(lab, 'wf_x'), lab.requests('cdn')]).toEqual([
      'error malformed',
      'network fresh rnull',
      2,
    ]);
  });
});
