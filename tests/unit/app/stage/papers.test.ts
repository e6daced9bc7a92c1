import { describe, expect, it } from 'vitest';
import { createPapers, filesOf, findSource } from '../../../../main/app/stage/papers.ts';
import { type Workflow, decodeWorkflowValue } from '../../../../shared/model/workflow.ts';
import { paperOf } from '../../../../shared/workflow/paper.ts';

const screen = (name: string) => ({
  name,
  template_name: 'components',
  asset_base_url: 'https://assets.test',
  components_config: { base: {} },
  components_localizations: { en_US: { title: '\u2028"' } },
  default_locale: 'en_US',
});

const workflow = (id: string): Workflow => {
  const decoded = decodeWorkflowValue({
    id,
    display_name: id,
    initial_step_id: 'st',
    steps: { st: { id: 'st', type: 'screen', screen_id: 'a' } },
    screens: { a: screen('A'), 'b"\n': screen('B') },
    ui_config: { app: { fonts: {} } },
  });
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.value;
};

const source = (id = 'wf_a') => ({ workflow: workflow(id), enrolledVariants: null, assets: [] });
const name = (id = 'wf_a', bodyHash = 'h') => ({ kind: 'workflow' as const, id, bodyHash });

describe('what the preview is given of a workflow', () => {
  it('is put into words screen by screen, and is what all at once would be', async () => {
    const paper = await createPapers().read(name(), source());
    expect(paper).toEqual(paperOf(workflow('wf_a')));
  });

  it('lets others have a turn between its screens', async () => {
    let turns = 0;
    const reading = createPapers().read(name(), source());
    const count = (): void => {
      turns += 1;
      setImmediate(count).unref();
    };
    setImmediate(count).unref();
    await reading;
    expect(turns).toBeGreaterThan(0);
  });

  it('is put into words once for each body, also for who asks meanwhile', async () => {
    const papers = createPapers();
    const [first, second] = await Promise.all([
      papers.read(name(), source()),
      papers.read(name(), source()),
    ]);
    const later = await papers.read(name(), source());
    const other = await papers.read(name('wf_a', 'other'), source());
    expect([first === second, first === later, first === other]).toEqual([true, true, false]);
  });

  it('is put into words anew where another session is shown: a hash there may be of anything', async () => {
    const papers = createPapers();
    const first = await papers.read(name(), source());
    papers.forget();
    expect((await papers.read(name(), source())) === first).toBe(false);
  });

  it('is remembered of the last few only', async () => {
    const papers = createPapers();
    const first = await papers.read(name('wf_0'), source());
    for (let n = 1; n <= 8; n += 1) await papers.read(name(`wf_${n}`), source());
    expect((await papers.read(name('wf_0'), source())) === first).toBe(false);
  });
});

describe('a paywall that memory holds', () => {
  const envelope = { body: null, envelopeBytes: 10, sizeBytes: 10 };
  const found = { ...source(), bodyHash: 'h', envelope };
  const contents = {
    offerings: null,
    list: null,
    detail: (id: string) => (id === 'wf_a' ? found : null),
    ownPaywall: (id: string) => (id === 'default' ? found : null),
  };

  it.each([
    ['workflow', 'wf_a', 'h', true],
    ['workflow', 'wf_a', 'other', false],
    ['workflow', 'default', 'h', false],
    ['own-paywall', 'default', 'h', true],
    ['own-paywall', 'wf_a', 'h', false],
  ] as const)('is found by kind, id and body: %s %s %s', (kind, id, bodyHash, isThere) => {
    expect(findSource(contents, { kind, id, bodyHash }) !== null).toBe(isThere);
  });
});

describe('its files', () => {
  it('are those in the cache, by the address that the paywall has for them', () => {
    const there = new Set(['https://a.test/1.png', '__proto__']);
    const cache = {
      has: ({ url }: { url: string }) => there.has(url),
      nameOf: ({ url }: { url: string }) => `name of ${url}`,
      remove: () => {},
      pathOf: () => '',
    };
    const urls = ['https://a.test/1.png', 'https://a.test/2.png', '__proto__'];
    const files = filesOf(
      cache,
      urls.map((url) => ({ kind: 'image', url })),
    );
    expect(Object.entries(files)).toEqual([
      ['https://a.test/1.png', 'name of https://a.test/1.png'],
      ['__proto__', 'name of __proto__'],
    ]);
  });
});
