import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDemoProject } from '../../../main/project/demo.ts';
import { loadProjectFolder } from '../../../main/project/load-folder.ts';
import type { ServedProject } from '../../../main/backend/backend.ts';
import { decodeEnvelope } from '../../../shared/model/envelope.ts';
import { decodeOfferings, isLegacy } from '../../../shared/model/offerings.ts';
import { decodeWorkflowValue } from '../../../shared/model/workflow.ts';
import { decodeWorkflowsList } from '../../../shared/model/workflows-list.ts';
import { workflow } from '../../helpers/specs.ts';
import { body, folderWith, goodFiles, load, origins, screen } from './project-files.ts';

const workflowOf = (project: ServedProject, id: string) => {
  const envelope = decodeEnvelope(project.detail(id, origins) ?? '');
  const data = envelope.ok && envelope.value.action === 'inline' ? envelope.value.data : null;
  const decoded = decodeWorkflowValue(data);
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.value;
};

describe('a project folder', () => {
  it('is served as its files say, without what is ours', () => {
    const project = load({
      ...goodFiles,
      'workflows.json': {
        workflows: [{ id: 'wf_a', display_name: 'A', delivery: 'cdn', note: 1 }],
      },
    });
    expect({
      list: JSON.parse(project.list(origins)) as unknown,
      action: (JSON.parse(project.detail('wf_a', origins) ?? '') as { action: string }).action,
    }).toEqual({
      list: {
        workflows: [{ id: 'wf_a', display_name: 'A', note: 1, offering_id: null, prefetch: false }],
      },
      action: 'use_cdn',
    });
  });

  it('rewrites addresses of assets, and no texts', () => {
    const text = load().detail('wf_a', origins) ?? '';
    expect({
      address: text.includes('"webp":"http://cdn/assets/a%20b.png"'),
      base: text.includes('"asset_base_url":"http://cdn/assets"'),
      text: text.includes('"t":"assets/are not rewritten in texts"'),
    }).toEqual({ address: true, base: true, text: true });
  });

  it('rewrites them under the keys that its README names, and under no others', () => {
    const readme = readFileSync(
      path.resolve(import.meta.dirname, '../../../main/project/README.md'),
      'utf8',
    );
    const [, listed = ''] =
      /under no others, so that texts stay texts:\n\n([^]*?)\n\n/.exec(readme) ?? [];
    const named = [...listed.matchAll(/`(\w+)`/g)]
      .map(([, key]) => key)
      .filter((key) => key !== 'assets');
    const others = [
      'text',
      'link',
      'svg',
      'png',
      'id',
      'display_name',
      'family',
      'web_checkout_url',
    ];
    const keys = [...named, ...others];
    const metadata = Object.fromEntries(keys.map((key) => [key, 'assets/a b.png']));
    const project = load({ ...goodFiles, 'workflows/wf_a.json': { ...body, metadata } });
    const served = workflowOf(project, 'wf_a').metadata;
    expect(keys.filter((key) => served[key ?? ''] === 'http://cdn/assets/a%20b.png')).toEqual(
      named,
    );
    expect(named).toHaveLength(9);
  });

  it('serves its assets with the workflows that use them', () => {
    expect(load().asset('/assets/a%20b.png')).toEqual({
      bytes: Buffer.from('png'),
      contentType: 'image/png',
      ids: ['wf_a', '/assets/a%20b.png'],
    });
  });

  it('serves nothing from outside its assets', () => {
    const folder = folderWith(goodFiles);
    const outside = folderWith({ 'secret.txt': 'secret' });
    symlinkSync(path.join(outside, 'secret.txt'), path.join(folder, 'assets', 'link.txt'));
    symlinkSync(outside, path.join(folder, 'assets', 'out'));
    const loaded = loadProjectFolder(folder);
    const paths = [
      '/assets/link.txt',
      '/assets/out/secret.txt',
      '/assets/../offerings.json',
      '/assets/%2e%2e/offerings.json',
      '/assets/..%2Fofferings.json',
      '/assets/..%5Cofferings.json',
      '/assets/%00',
      '/assets/',
      '/assets/%',
      '/offerings.json',
    ];
    expect(paths.map((at) => (loaded.ok ? loaded.project.asset(at) : 'not loaded'))).toEqual(
      paths.map(() => null),
    );
  });

  it('D-12 makes a workflow of an offering with its own paywall, and none of a legacy one', () => {
    const project = load();
    expect({
      id: workflowOf(project, 'default').id,
      screens: Object.keys(workflowOf(project, 'default').screens),
      legacy: project.detail('old', origins),
    }).toEqual({ id: 'wf_default', screens: ['screen_1'], legacy: null });
  });

  it('can be changed like a generated project', () => {
    const project = load();
    project.change({ kind: 'workflow', id: 'wf_a', to: { revision: 5, answersAs: 'wf_x' } });
    project.change({ kind: 'add', workflow: workflow({ id: 'wf_new', assets: 1 }) });
    expect({
      changed: [workflowOf(project, 'wf_a').id, workflowOf(project, 'wf_a').metadata],
      added: workflowOf(project, 'wf_new').id,
      image: project.asset('/assets/wf_new/image-1.png')?.contentType,
    }).toEqual({ changed: ['wf_x', { revision: 5 }], added: 'wf_new', image: 'image/png' });
  });
});

describe('what a backend could serve, and the app has to show', () => {
  const itemA = { id: 'wf_a', display_name: 'A' };
  const listed = (project: ServedProject): unknown =>
    (JSON.parse(project.list(origins)) as { workflows: unknown }).workflows;

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a first step that is not there', { initial_step_id: 'none' }],
    [
      'a step whose screen is not there',
      { steps: { s: { id: 's', type: 'screen', screen_id: 'x' } } },
    ],
    ['a step whose id is not its key', { steps: { s: { id: 'x', type: 'screen' } } }],
    ['no steps and no screens', { steps: {}, screens: {} }],
    ['an image that is not in assets', { screens: { sc: { ...screen, name: 'x' } } }],
    ['the id of another workflow', { id: 'wf_other' }],
    ['an empty id', { id: '' }],
  ])('is loaded with %s', (_, change) => {
    const changed = { ...body, ...change };
    const project = load({
      ...goodFiles,
      'workflows/wf_a.json': changed,
      'assets/a b.png': undefined,
    });
    const answer = JSON.parse(project.detail('wf_a', origins) ?? '') as { data: { id: string } };
    expect([answer.data.id, project.asset('/assets/a%20b.png')]).toEqual([changed.id, null]);
  });

  it('lists an offering that the offerings do not have, and one that is current but not there', () => {
    const project = load({
      ...goodFiles,
      'offerings.json': { current_offering_id: 'none', offerings: [] },
      'workflows.json': { workflows: [{ ...itemA, offering_id: 'none' }] },
    });
    expect(listed(project)).toEqual([{ ...itemA, offering_id: 'none', prefetch: false }]);
  });

  it('lists one id twice and one offering twice, and answers with the last of an id', () => {
    const project = load({
      ...goodFiles,
      'workflows.json': {
        workflows: [
          { ...itemA, offering_id: 'default' },
          { ...itemA, offering_id: 'default', delivery: 'cdn' },
        ],
      },
    });
    const { action } = JSON.parse(project.detail('wf_a', origins) ?? '') as { action: string };
    expect([(listed(project) as unknown[]).length, action]).toEqual([2, 'use_cdn']);
  });

  it('serves no workflow that is not listed, whatever its file is', () => {
    const project = load({ ...goodFiles, 'workflows/draft.json': '{ not done' });
    expect(project.detail('draft', origins)).toBeNull();
  });

  it('finds the file of any id by its percent-encoded name', () => {
    const ids = ['wf/a', 'wf ü', 'WF_A', 'wf_a', '50%', 'a:b', '..', ''];
    const project = load({
      ...goodFiles,
      'workflows.json': { workflows: ids.map((id) => ({ ...itemA, id })) },
      ...Object.fromEntries(
        ids.map((id) => [`workflows/${encodeURIComponent(id)}.json`, { ...body, id }]),
      ),
    });
    expect(ids.filter((id) => project.detail(id, origins) === null)).toEqual([]);
  });

  it('reads files with a byte order mark, and with the line ends of Windows', () => {
    const windows = (value: unknown): string =>
      `\ufeff${JSON.stringify(value, null, 2).replaceAll('\n', '\r\n')}\r\n`;
    const project = load({
      'offerings.json': windows(goodFiles['offerings.json']),
      'workflows.json': windows(goodFiles['workflows.json']),
      'workflows/wf_a.json': windows(body),
    });
    expect(workflowOf(project, 'wf_a').id).toBe('wf_a');
  });

  it('reads through links, of the folder and of its files', () => {
    const other = folderWith(goodFiles);
    const folder = folderWith({
      ...goodFiles,
      'workflows/wf_a.json': undefined,
      'workflows/x': '',
    });
    symlinkSync(path.join(other, 'workflows/wf_a.json'), path.join(folder, 'workflows/wf_a.json'));
    symlinkSync(folder, path.join(other, 'link'));
    expect(loadProjectFolder(path.join(other, 'link')).ok).toBe(true);
  });

  it('reads a file that is larger than any client takes', () => {
    const project = load({
      ...goodFiles,
      'workflows/wf_a.json': { ...body, metadata: { padding: 'x'.repeat(20_000_000) } },
    });
    expect((project.detail('wf_a', origins) ?? '').length).toBeGreaterThan(20_000_000);
  });
});

describe('the demo project', () => {
  it('is a valid project with every kind of workflow and a legacy offering', () => {
    const project = loadDemoProject();
    const offerings = decodeOfferings(project.offerings(origins));
    const list = decodeWorkflowsList(project.list(origins));
    const items = list.ok ? list.value.workflows : [];
    const action = (id: string): unknown =>
      (JSON.parse(project.detail(id, origins) ?? '') as { action: unknown }).action;
    expect({
      legacy: new Set(offerings.ok ? offerings.value.offerings.map(isLegacy) : []),
      prefetch: new Set(items.map(({ prefetch }) => prefetch)),
      actions: new Set(items.map(({ id }) => action(id))),
    }).toEqual({
      legacy: new Set([false, true]),
      prefetch: new Set([true, false]),
      actions: new Set(['inline', 'use_cdn']),
    });
  });
});
