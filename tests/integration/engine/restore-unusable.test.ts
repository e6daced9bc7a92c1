import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openLab } from '../../helpers/lab.ts';

/** Puts another body into a document, whose header stays good. */
const replaceBody = (file: string, body: string): void => {
  const text = readFileSync(file, 'utf8');
  const mark = ',"body":';
  writeFileSync(file, `${text.slice(0, text.indexOf(mark) + mark.length)}${body}}`);
};

it('P-01 a list on disk that is JSON and no list counts as none, and the timeline says so', async () => {
  const lab = await openLab();
  const first = lab.engine.getWorkflowsList();
  await lab.settle();
  await first;
  replaceBody(lab.disk.pathOf({ kind: 'list' }), '{"workflows":"none"}');
  lab.engine.coldStart();
  lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
  const again = lab.engine.getWorkflowsList();
  await lab.settle();
  expect(await again).toMatchObject({ status: 'error', error: { code: 'backend-error' } });
  expect(lab.timeline.since(1).findLast(({ error }) => error?.code === 'disk')).toMatchObject({
    type: 'failed',
    subject: 'list',
    error: { message: expect.stringContaining('workflows: ') },
  });
});

it('P-04 an envelope on disk that is JSON and no envelope answers nothing, and the timeline says so', async () => {
  const lab = await openLab();
  const first = lab.engine.getWorkflowsList();
  await lab.settle();
  await first;
  replaceBody(lab.disk.pathOf({ kind: 'envelope', id: 'wf_a' }), '[]');
  lab.engine.coldStart();
  lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
  const call = lab.engine.getWorkflow('wf_a');
  await lab.settle();
  expect(await call).toMatchObject({ status: 'error', error: { code: 'backend-error' } });
  expect(lab.timeline.since(1).findLast(({ error }) => error?.code === 'disk')).toMatchObject({
    type: 'failed',
    subject: 'detail',
    id: 'wf_a',
  });
});
