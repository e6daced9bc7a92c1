import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadDemoProject } from '../../../main/project/demo.ts';
import { loadProjectFolder } from '../../../main/project/load-folder.ts';
import type { ProjectProblem } from '../../../main/project/problem.ts';
import type { ServedProject } from '../../../main/backend/backend.ts';
import { decodeEnvelope } from '../../../shared/model/envelope.ts';
import { decodeOfferings, isLegacy } from '../../../shared/model/offerings.ts';
import { decodeWorkflowValue } from '../../../shared/model/workflow.ts';
import { decodeWorkflowsList } from '../../../shared/model/workflows-list.ts';
import { workflow } from '../../helpers/specs.ts';

const origins = { api: 'http://api', cdn: 'http://cdn', fallback: 'http://fallback' };

const screen = {
  template_name: 'components',
  asset_base_url: 'assets',
  default_locale: 'en_US',
  components_localizations: { en_US: { t: 'assets/are not rewritten in texts' } },
  components_config: {
    base: {
      stack: { type: 'image', source: { light: { webp: 'assets/a b.png', width: 1, height: 1 } } },
    },
  },
};

const body = {
  id: 'wf_a',
  display_name: 'A',
  initial_step_id: 's',
  steps: { s: { id: 's', type: 'screen', screen_id: 'sc' } },
  screens: { sc: screen },
};

const goodFiles = {
  'offerings.json': {
    current_offering_id: 'default',
    offerings: [
      { identifier: 'default', description: '', packages: [], paywall_components: screen },
      { identifier: 'old', description: '', packages: [], paywall: { template_name: '1' } },
    ],
  },
  'workflows.json': {
    workflows: [{ id: 'wf_a', display_name: 'A', offering_id: 'none', prefetch: true, note: 1 }],
  },
  'workflows/wf_a.json': body,
  'assets/a b.png': 'png',
};

type Files = Readonly<Record<string, unknown>>;

const folderWith = (files: Files): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'project-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
};

const load = (files: Files = goodFiles): ServedProject => {
  const loaded = loadProjectFolder(folderWith(files));
  if (!loaded.ok) throw new Error(loaded.problem.message);
  return loaded.project;
};

const problemOf = (files: Files): ProjectProblem => {
  const loaded = loadProjectFolder(folderWith({ ...goodFiles, ...files }));
  if (loaded.ok) throw new Error('it loaded');
  return loaded.problem;
};

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

describe('a broken project folder', () => {
  it('names a folder that is not there, is a file, or is no project', () => {
    const folder = folderWith({ 'a.txt': 'text' });
    const message = (at: string): string => {
      const loaded = loadProjectFolder(at);
      return loaded.ok ? 'loaded' : loaded.problem.message;
    };
    expect([
      message(path.join(folder, 'no')),
      message(path.join(folder, 'a.txt')),
      message(folder),
    ]).toEqual([
      `There is no folder ${folder}/no.`,
      `${folder}/a.txt is a file, not a project folder.`,
      `${folder} is not a project folder: there is no offerings.json and no workflows.json.`,
    ]);
  });

  it('names the line at which a file stops being JSON', () => {
    const line = (text: string): unknown => problemOf({ 'workflows.json': text }).line;
    expect([
      line('{\n  "workflows": [1,]\n}'),
      line('{\n\n  workflows: []}'),
      line('{ "workflows": [\n\n'),
      line('{}\n}'),
      line("{\n'a': 1}"),
      line('{"a": "x\ny"}'),
      line(''),
    ]).toEqual([2, 3, 2, 2, 2, 1, 1]);
    expect(problemOf({ 'workflows.json': '[' }).message).toBe(
      'workflows.json is not JSON: line 1 cannot be read.',
    );
  });

  it('names file, line and place of what is wrong in the offerings, the list or a workflow', () => {
    expect([
      problemOf({ 'offerings.json': { offerings: [{ identifier: 'x', packages: [] }] } }),
      problemOf({ 'workflows.json': { workflows: [{ id: 7, display_name: 'A' }] } }),
      problemOf({ 'workflows/wf_a.json': { ...body, steps: { 'a.b': { id: 's', type: 1 } } } }),
    ]).toEqual([
      {
        file: 'offerings.json',
        line: 3,
        place: 'offerings.0.description',
        message:
          'offerings.json, line 3, offerings.0.description: Invalid input: expected string, received undefined.',
      },
      {
        file: 'workflows.json',
        line: 4,
        place: 'workflows.0.id',
        message:
          'workflows.json, line 4, workflows.0.id: Invalid input: expected string, received number.',
      },
      {
        file: 'workflows/wf_a.json',
        line: 8,
        place: 'steps.a.b.type',
        message:
          'workflows/wf_a.json, line 8, steps.a.b.type: Invalid input: expected string, received number.',
      },
    ]);
  });

  it('names the entry whose workflow file is missing, and a delivery that is none', () => {
    const item = { id: 'wf_a', display_name: 'A' };
    expect([
      problemOf({ 'workflows.json': { workflows: [item, { ...item, id: 'wf/b' }] } }).message,
      problemOf({ 'workflows.json': { workflows: [{ ...item, delivery: 'post' }] } }).message,
    ]).toEqual([
      'workflows.json, line 8, workflows.1.id: there is no workflows/wf%2Fb.json.',
      'workflows.json, line 6, workflows.0.delivery: the delivery is neither "inline" nor "cdn".',
    ]);
  });

  it('says so where a file is no text or no object', () => {
    expect(problemOf({ 'offerings.json': '[]' }).message).toBe(
      'offerings.json is not a JSON object.',
    );
    const folder = folderWith(goodFiles);
    writeFileSync(path.join(folder, 'workflows.json'), Buffer.from([0xff, 0xfe, 0x00]));
    const loaded = loadProjectFolder(folder);
    expect(loaded.ok ? '' : loaded.problem.message).toBe('workflows.json is not UTF-8 text.');
  });
});

describe('the demo project', () => {
  it('is a valid project with every kind of workflow and a legacy offering', () => {
    const project = loadDemoProject();
    const offerings = decodeOfferings(project.offerings(origins));
    const list = decodeWorkflowsList(project.list(origins));
    const items = list.ok ? list.value.workflows : [];
    expect({
      legacy: offerings.ok ? offerings.value.offerings.map(isLegacy) : [],
      prefetch: items.map((item) => item.prefetch),
      actions: items.map(
        ({ id }) => (JSON.parse(project.detail(id, origins) ?? '') as { action: string }).action,
      ),
      image: project.asset('/assets/tide.svg')?.ids,
    }).toEqual({
      legacy: [false, false, true],
      prefetch: [true, true, false],
      actions: ['inline', 'use_cdn', 'use_cdn'],
      image: ['wf_welcome', '/assets/tide.svg'],
    });
  });
});
