import { describe, expect, it } from 'vitest';
import type { BackendOrigins, ServedProject } from '../../../main/backend/backend.ts';
import { appUserId, offeringId, workflowId } from '../../../shared/model/ids.ts';
import { ask } from '../../helpers/details.ts';
import { chainOf } from '../../helpers/engine-view.ts';
import { type Lab, openLab } from '../../helpers/lab.ts';

const imageAt = (cdn: string, n: number): string => `${cdn}/assets/wf_a/image-${n}.png`;

const paywall = (cdn: string) => ({
  template_name: 'components',
  asset_base_url: cdn,
  default_locale: 'en_US',
  components_localizations: { en_US: {} },
  components_config: {
    base: {
      stack: {
        type: 'stack',
        components: [1, 2].map((n) => ({
          type: 'image',
          source: { light: { width: 1, height: 1, webp: imageAt(cdn, n) } },
        })),
      },
    },
  },
});

const fontsOf = (cdn: string) => ({
  app: { fonts: { body: { web: { type: 'name', url: imageAt(cdn, 3) } } } },
});

interface Served {
  readonly offerings: readonly object[];
}

/** Only the first offering has a paywall of its own, which shows what the workflow shows, too. */
const withOwnPaywall = (project: ServedProject): ServedProject => ({
  ...project,
  offerings: (origins: BackendOrigins) => {
    const served = JSON.parse(project.offerings(origins)) as Served;
    const [first, ...others] = served.offerings;
    return JSON.stringify({
      ...served,
      offerings: [
        { ...first, paywall_components: paywall(origins.cdn) },
        ...others.map((offering) => ({ ...offering, paywall_components: null })),
      ],
      ui_config: fontsOf(origins.cdn),
    });
  },
});

const open = async (): Promise<Lab> => {
  const lab = await openLab({
    offerings: [{ id: 'default', current: true }, { id: 'sale' }],
    workflows: [{ id: 'wf_a', offering: 'sale', steps: 2, assets: 3 }],
    serve: withOwnPaywall,
  });
  await lab.engine.getOfferings();
  await lab.settle();
  return lab;
};

const show = async (lab: Lab, id = 'default'): Promise<void> => {
  lab.engine.fetchOwnPaywallFiles(offeringId(id));
  await lab.settle();
};

const images = (lab: Lab): readonly boolean[] =>
  [1, 2, 3].map((n) => lab.files.has({ url: imageAt(lab.backend.origins.cdn, n), hash: null }));

describe("an offering's own paywall", () => {
  it('has its images and the fonts of ui_config fetched when it is shown, and not before', async () => {
    const lab = await open();
    const before = images(lab);
    await show(lab);
    expect([before, images(lab), lab.requests('asset')]).toEqual([
      [false, false, false],
      [true, true, true],
      3,
    ]);
  });

  it('has them fetched once in a generation, also where they could not be had', async () => {
    const lab = await open();
    lab.faults.fail({ target: { what: 'asset', id: 'wf_a' }, kind: 500 });
    await show(lab);
    lab.faults.heal();
    await show(lab);
    const inFirst = lab.requests('asset');
    lab.engine.logIn(appUserId('ben'));
    await lab.engine.getOfferings();
    await show(lab);
    expect([inFirst, lab.requests('asset'), images(lab)]).toEqual([3, 6, [true, true, true]]);
  });

  it('asks for nothing that a workflow brought already', async () => {
    const lab = await open();
    await ask(lab, 'wf_a');
    const events = lab.timeline.nextId();
    await show(lab);
    expect([lab.requests('asset'), lab.events(events)]).toEqual([3, []]);
  });

  it('has nothing fetched by what workflows do', async () => {
    const lab = await open();
    await ask(lab, 'sale');
    expect([lab.requests('asset'), lab.events().includes('called default')]).toEqual([3, false]);
  });

  it('says in the timeline why files were fetched', async () => {
    const lab = await open();
    await show(lab);
    expect(chainOf(lab, lab.find('downloaded'))).toEqual([
      'downloaded asset default',
      'called asset default',
    ]);
  });

  it('is given with the hash of the offerings that it came with, and as one object', async () => {
    const lab = await open();
    const { ownPaywall, detail } = lab.engine.contents();
    const found = ownPaywall(offeringId('default'));
    expect({
      hash: found?.bodyHash === lab.engine.snapshot().offerings?.bodyHash,
      screens: Object.keys(found?.workflow.screens ?? {}),
      assets: found?.assets.map(({ kind }) => kind),
      isSame: found === lab.engine.contents().ownPaywall(offeringId('default')),
      others: [ownPaywall(offeringId('sale')), ownPaywall(offeringId('none'))],
      detail: detail(workflowId('wf_a')),
    }).toEqual({
      hash: true,
      screens: ['own'],
      assets: ['image', 'image', 'font'],
      isSame: true,
      others: [null, null],
      detail: null,
    });
  });

  it.each(['sale', 'none', '__proto__'])(
    'is none of %s, for which nothing is fetched',
    async (id) => {
      const lab = await open();
      const events = lab.timeline.nextId();
      await show(lab, id);
      expect([lab.requests('asset'), lab.events(events)]).toEqual([0, []]);
    },
  );
});
