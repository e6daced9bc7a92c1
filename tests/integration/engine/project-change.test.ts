import { describe, expect, it } from 'vitest';
import { ruleSets } from '../../../shared/policies.ts';
import { workflowId } from '../../../shared/model/ids.ts';
import { openLab } from '../../helpers/lab.ts';

const news = { note: 'workflows/wf_b.json', ids: new Set(['wf_b']) };

describe.each(ruleSets)('a project that changed, under %s', (rules) => {
  it('is asked for again: offerings, list, and what memory held of what is another one', async () => {
    const lab = await openLab({
      rules,
      workflows: [
        { id: 'wf_a', offering: 'default', prefetch: true },
        { id: 'wf_b', offering: 'sale', prefetch: false },
      ],
    });
    await lab.engine.getOfferings();
    await lab.engine.getWorkflow('wf_b');
    await lab.settle();
    const before = lab.engine.contents().detail(workflowId('wf_b'))?.bodyHash;
    lab.backend.project.change({ kind: 'workflow', id: 'wf_b', to: { revision: 2 } });
    lab.backend.mark();
    const from = lab.timeline.nextId();
    await lab.engine.projectChanged(news);
    await lab.settle();
    expect(lab.engine.contents().detail(workflowId('wf_b'))?.bodyHash).not.toBe(before);
    expect([lab.requests('offerings'), lab.requests('list'), lab.requests('detail wf_b')]).toEqual([
      1, 1, 1,
    ]);
    expect(lab.timeline.find(from)).toMatchObject({
      type: 'project-changed',
      subject: 'app',
      note: 'workflows/wf_b.json',
    });
    expect(lab.engine.contents().detail(workflowId('wf_a'))).not.toBe(null);
  });

  it('is asked for after what is on its way, which may tell of before', async () => {
    const lab = await openLab({ rules });
    lab.faults.hold({ what: 'offerings' });
    void lab.engine.getOfferings();
    await lab.settle();
    const changed = lab.engine.projectChanged(news);
    await lab.settle();
    expect(lab.requests('offerings')).toBe(1);
    lab.faults.release();
    await changed;
    expect(lab.requests('offerings')).toBe(2);
  });

  it('asks for nothing where nobody is there', async () => {
    const lab = await openLab({ rules, user: '' });
    await lab.engine.projectChanged(news);
    expect(lab.requests('offerings')).toBe(0);
  });
});
