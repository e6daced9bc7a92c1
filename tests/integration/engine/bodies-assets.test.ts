import { describe, expect, it } from 'vitest';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';
import { ask, openWithList } from '../../helpers/details.ts';
import { answering } from '../../helpers/served.ts';

const withImages = { workflows: [{ id: 'wf_a', offering: 'default', steps: 2, assets: 3 }] };

const hasImage = (lab: Lab, n: number): boolean =>
  lab.files.has({
    url: `${lab.backend.origins.cdn}/assets/wf_a/image-${String(n)}.png`,
    hash: null,
  });

describe('the assets of a workflow that was resolved', () => {
  it('R-17 are fetched ahead: the images of all its screens, each once', async () => {
    const lab = await openLab(withImages);
    await ask(lab, 'wf_a');
    expect([lab.requests('asset'), [1, 2, 3].map((n) => hasImage(lab, n))]).toEqual([
      3,
      [true, true, true],
    ]);
  });

  it('R-17 are fetched ahead: the fonts of its ui_config', async () => {
    const details = new Map([
      [
        'wf_a',
        ({ cdn }: { cdn: string }) =>
          JSON.stringify({
            action: 'inline',
            data: {
              id: 'wf_a',
              display_name: '',
              initial_step_id: '',
              steps: {},
              screens: {},
              ui_config: {
                app: {
                  fonts: {
                    body: { web: { type: 'name', url: `${cdn}/assets/wf_a/image-1.png` } },
                    again: { web: { type: 'name', url: `${cdn}/assets/wf_a/image-1.png` } },
                  },
                },
              },
            },
          }),
      ],
    ]);
    const lab = await openLab({ ...withImages, serve: answering({ details }) });
    await ask(lab, 'wf_a');
    expect([lab.requests('asset'), hasImage(lab, 1)]).toEqual([1, true]);
  });

  it('R-17 are asked for once per workflow, also where they could not be had', async () => {
    const lab = await openLab(withImages);
    lab.faults.fail({ target: { what: 'asset' }, kind: 500 });
    await ask(lab, 'wf_a');
    await lab.advance(minutes(5));
    const answers = [await ask(lab, 'wf_a'), await ask(lab, 'wf_a')];
    expect([answers, lab.requests('asset')]).toEqual([['memory stale r1', 'memory fresh r1'], 3]);
  });

  it('R-17 are asked for after a restart where they are not on disk', async () => {
    const lab = await openLab(withImages);
    lab.faults.fail({ target: { what: 'asset' }, kind: 500, times: 1 });
    await ask(lab, 'wf_a');
    lab.engine.coldStart();
    lab.backend.mark();
    await ask(lab, 'wf_a');
    expect([lab.requests('asset'), [1, 2, 3].map((n) => hasImage(lab, n))]).toEqual([
      1,
      [true, true, true],
    ]);
  });

  it('R-17 are fetched ahead for what is prefetched, and the list does not wait for them', async () => {
    const workflows = withImages.workflows.map((spec) => ({ ...spec, prefetch: true }));
    const lab = await openLab({ workflows });
    lab.faults.hold({ what: 'asset' });
    const list = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect([list.status, lab.requests('asset')]).toEqual(['ok', 3]);
  });

  it('R-17 are needed by a persisted envelope, with its body', async () => {
    const spec = { id: 'wf_a', offering: 'default', prefetch: true, assets: 1 };
    const lab = await openWithList({ workflows: [{ ...spec, delivery: 'cdn' }] });
    const [body] = lab.backend.project.bodyRefs('wf_a');
    const image = { url: `${lab.backend.origins.cdn}/assets/wf_a/image-1.png`, hash: null };
    expect([...lab.disk.neededFiles()].toSorted()).toEqual(
      [body ?? image, image].map((ref) => lab.files.nameOf(ref)).toSorted(),
    );
  });
});

describe('the assets of a workflow that comes back', () => {
  it('R-17 are fetched after a cold start, too, where they are not on disk', async () => {
    const lab = await openLab({
      workflows: [{ id: 'wf_a', offering: 'default', prefetch: true, assets: 2 }],
    });
    lab.faults.fail({ target: { what: 'asset' }, kind: 500 });
    await lab.engine.getOfferings();
    await lab.settle();
    lab.faults.heal();
    lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
    lab.engine.coldStart();
    const before = hasImage(lab, 1);
    await lab.engine.getOfferings();
    await lab.settle();
    expect([lab.find('restored', 'wf_a') !== undefined, before, hasImage(lab, 1)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
