import { expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import { openLab } from '../../helpers/lab.ts';
import { ask } from '../../helpers/details.ts';

it('A6 what android kept of a former user is served to nobody under other rules', async () => {
  const lab = await openLab({ rules: 'android' });
  lab.faults.hold({ what: 'detail' });
  void lab.engine.getWorkflow('wf_a');
  await lab.settle();
  lab.engine.switchUser(appUserId('bob'));
  lab.faults.release();
  await lab.settle();
  lab.engine.setRules('recommended');
  const asked = lab.requests('detail');
  expect([await ask(lab, 'wf_a'), lab.requests('detail') - asked, lab.engine.leaks()]).toEqual([
    'network fresh r1',
    1,
    0,
  ]);
});
