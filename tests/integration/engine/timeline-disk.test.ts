import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { stagingFileName } from '../../../main/store/names.ts';
import { brief, okFrom, requestsOf } from '../../helpers/engine-view.ts';
import { type Lab, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

const bodyOf = (lab: Lab, id: string): string => {
  const [ref] = lab.backend.project.bodyRefs(id);
  if (ref === undefined) throw new Error(`${id} has no body`);
  return lab.files.pathOf(ref);
};

const cutInHalf = (file: string): void => {
  truncateSync(file, Math.floor(readFileSync(file).length / 2));
};

describe('a detail whose entry is no longer prefetched', () => {
  it('T-06 leaves the disk when the list is written, and the timeline says so', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflowsList();
    const before = lab.disk.contents().envelopes;
    lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { prefetch: false } });
    await lab.engine.getWorkflowsList({ force: true });
    expect({
      before,
      after: lab.disk.contents().envelopes,
      pruned: lab.find('pruned')?.id,
    }).toEqual({ before: ['wf_a', 'wf_b'], after: ['wf_b'], pruned: 'wf_a' });
  });

  it('T-06 answers nothing any more when the backend is down after a cold start', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflowsList();
    lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { prefetch: false } });
    await lab.engine.getWorkflowsList({ force: true });
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
    await lab.engine.getWorkflowsList();
    expect([memoryOf(lab).details, brief(await lab.engine.getWorkflow('wf_a'))]).toEqual([
      { wf_b: 'fresh' },
      { status: 'error', error: 'backend-error', isFormerUser: false },
    ]);
  });

  it.each(['android', 'ios'] as const)(
    'T-06 under %s stays on disk for as long as it is listed',
    async (rules) => {
      const lab = await openLab({ rules });
      await lab.engine.getWorkflowsList();
      lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { prefetch: false } });
      await lab.engine.getWorkflowsList({ force: true });
      const listed = lab.disk.contents().envelopes;
      lab.backend.project.change({ kind: 'remove', id: 'wf_a' });
      await lab.engine.getWorkflowsList({ force: true });
      expect([listed, lab.disk.contents().envelopes]).toEqual([['wf_a', 'wf_b'], ['wf_b']]);
    },
  );
});

describe('an app that was killed while it wrote', () => {
  it('T-07 never reads what was left half written, of an envelope or of a body, as a workflow', async () => {
    const first = await openLab();
    await first.engine.getWorkflowsList();
    const envelope = first.disk.pathOf({ kind: 'envelope', id: 'wf_a' });
    const list = first.disk.pathOf({ kind: 'list' });
    const body = bodyOf(first, 'wf_b');
    const before = first.disk.contents();
    await first.close();
    // What a kill between write and rename leaves behind.
    const half = '{"action":"inline","data":{"id":"wf_half","steps":{';
    for (const file of [envelope, list, body])
      writeFileSync(path.join(path.dirname(file), stagingFileName), half);
    writeFileSync(`${body}.00000000-0000-4000-8000-000000000000.part`, half);
    const second = await openLab({ dataFolder: first.dataFolder });
    second.faults.fail({ target: { what: 'backend' }, kind: 503 });
    await second.engine.getWorkflowsList();
    const answers = [
      brief(await second.engine.getWorkflow('wf_a')),
      brief(await second.engine.getWorkflow('wf_b')),
    ];
    expect({ answers, disk: second.disk.contents() }).toEqual({
      answers: [okFrom('memory', 'wf_a'), okFrom('memory', 'wf_b')],
      disk: before,
    });
    expect(readdirSync(path.dirname(body)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('a CDN file that was cut on disk', () => {
  it.each(['recommended', 'ios'] as const)(
    'T-08 under %s fails its check when it is read, is removed and fetched anew',
    async (rules) => {
      const lab = await openLab({ rules });
      await lab.engine.getWorkflowsList();
      const whole = readFileSync(bodyOf(lab, 'wf_b'), 'utf8');
      lab.engine.coldStart();
      cutInHalf(bodyOf(lab, 'wf_b'));
      lab.backend.mark();
      const answer = brief(await lab.engine.getWorkflow('wf_b'));
      const evicted = lab.find('evicted');
      expect({
        answer,
        cdn: requestsOf(lab).cdn,
        evicted: { subject: evicted?.subject, id: evicted?.id, code: evicted?.error?.code },
        isWhole: readFileSync(bodyOf(lab, 'wf_b'), 'utf8') === whole,
      }).toEqual({
        answer: okFrom('network', 'wf_b'),
        cdn: 1,
        evicted: { subject: 'cdn', id: 'wf_b', code: 'hash-mismatch' },
        isWhole: true,
      });
    },
  );

  it('T-08 under android is trusted: no download, and the call fails', async () => {
    const lab = await openLab({ rules: 'android' });
    await lab.engine.getWorkflowsList();
    lab.engine.coldStart();
    cutInHalf(bodyOf(lab, 'wf_b'));
    lab.backend.mark();
    const answer = brief(await lab.engine.getWorkflow('wf_b'));
    expect([answer.status, requestsOf(lab).cdn]).toEqual(['error', 0]);
  });

  it('T-08 is fetched anew for a restore too, while the backend is down', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflowsList();
    lab.engine.coldStart();
    cutInHalf(bodyOf(lab, 'wf_b'));
    lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
    lab.backend.mark();
    await lab.engine.getWorkflowsList();
    expect([memoryOf(lab).details, requestsOf(lab).cdn]).toEqual([
      { wf_a: 'fresh', wf_b: 'fresh' },
      1,
    ]);
  });
});
