import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import { emptyDisk, emptyMemory, watch } from '../../helpers/engine-view.ts';
import { type Lab, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

/** Memory is empty, and disk has an envelope whose body is gone. */
const openWithoutBody = async (): Promise<Lab> => {
  const lab = await openLab();
  await lab.engine.getWorkflowsList();
  const [ref] = lab.backend.project.bodyRefs('wf_b');
  if (ref === undefined) throw new Error('wf_b has no body');
  lab.files.remove(ref);
  lab.engine.coldStart();
  return lab;
};

const arriveLate = async (lab: Lab): Promise<void> => {
  await lab.settle();
  lab.engine.logIn(appUserId('ben'));
  lab.faults.release();
  await lab.settle();
};

const nothing = { memory: emptyMemory, disk: emptyDisk };
const stateOf = (lab: Lab) => ({ memory: memoryOf(lab), disk: lab.disk.contents() });

describe('a late restore', () => {
  it('G-03 is given up when the user changes while a body is fetched for it', async () => {
    const lab = await openWithoutBody();
    lab.faults.fail({ target: { what: 'list' }, kind: 503 });
    lab.faults.hold({ what: 'cdn' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    const restored = memoryOf(lab);
    await arriveLate(lab);
    expect({ restored, list: list.now(), ...stateOf(lab) }).toEqual({
      restored: {
        offerings: 'absent',
        list: 'stale',
        details: { wf_a: 'fresh' },
        map: { default: 'wf_a', sale: 'wf_b' },
      },
      list: { status: 'error', error: 'backend-error', isFormerUser: true },
      ...nothing,
    });
  });
});

describe('a late fallback', () => {
  it('G-03 is neither delivered nor cached, and the caller gets the error of its request', async () => {
    const lab = await openWithoutBody();
    lab.faults.fail({ target: { what: 'detail' }, kind: 503 });
    lab.faults.hold({ what: 'cdn' });
    const detail = watch(lab.engine.getWorkflow('wf_b'));
    await lab.settle();
    const pending = detail.now();
    await arriveLate(lab);
    expect({ pending, detail: detail.now(), ...stateOf(lab) }).toEqual({
      pending: 'pending',
      detail: { status: 'error', error: 'backend-error', isFormerUser: true },
      ...nothing,
    });
  });
});
