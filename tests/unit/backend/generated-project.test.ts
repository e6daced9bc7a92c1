import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BackendOrigins, ServedProject } from '../../../main/backend/backend.ts';
import { createGeneratedProject } from '../../../main/backend/generated-project.ts';
import { collectAssets } from '../../../shared/model/assets.ts';
import { type Envelope, decodeEnvelope } from '../../../shared/model/envelope.ts';
import { decodeOfferings, isLegacy } from '../../../shared/model/offerings.ts';
import {
  type Workflow,
  decodeWorkflow,
  decodeWorkflowValue,
} from '../../../shared/model/workflow.ts';
import { decodeWorkflowsList } from '../../../shared/model/workflows-list.ts';
import type { WorkflowSpec } from '../../../shared/scenario/project-spec.ts';
import { offering, projectSpec, workflow } from '../../helpers/specs.ts';

const origins: BackendOrigins = {
  api: 'http://127.0.0.1:1',
  cdn: 'http://127.0.0.1:2',
  fallback: 'http://127.0.0.1:3',
};

const value = <T>(decoded: { ok: true; value: T } | { ok: false }): T => {
  if (!decoded.ok) throw new Error(JSON.stringify(decoded));
  return decoded.value;
};

const serve = (...workflows: (Partial<WorkflowSpec> & { id: string })[]): ServedProject =>
  createGeneratedProject({ ...projectSpec, workflows: workflows.map(workflow) });

const envelope = (project: ServedProject, id: string): Envelope =>
  value(decodeEnvelope(project.detail(id, origins) ?? ''));

const inline = (project: ServedProject, id: string): Workflow => {
  const found = envelope(project, id);
  return value(decodeWorkflowValue(found.action === 'inline' ? found.data : null));
};

const pathIn = (project: ServedProject, id: string): string => {
  const found = envelope(project, id);
  return found.action === 'use_cdn' ? found.url.slice(origins.cdn.length) : '';
};

const bytesAt = (project: ServedProject, path: string): Uint8Array =>
  project.body(path, origins)?.bytes ?? new Uint8Array();

describe('the generated project', () => {
  it('makes the first offering the current one where none says so', () => {
    const current = (...marked: boolean[]): unknown => {
      const offerings = marked.map((isCurrent, n) =>
        offering({ id: `o${String(n)}`, current: isCurrent }),
      );
      const project = createGeneratedProject({ offerings, workflows: [] });
      return value(decodeOfferings(project.offerings(origins))).current_offering_id;
    };
    expect([current(false, false), current(false, true), current()]).toEqual(['o0', 'o1', null]);
  });

  it('gives a legacy offering an old paywall, and others paywall_components where they ask', () => {
    const { offerings } = value(
      decodeOfferings(createGeneratedProject(projectSpec).offerings(origins)),
    );
    expect(
      offerings.map((made) => [made.identifier, isLegacy(made), Boolean(made.paywall_components)]),
    ).toEqual([
      ['default', false, true],
      ['sale', false, true],
      ['old', true, false],
      ['bare', false, false],
    ]);
  });

  it('lists workflows in order, also one id twice', () => {
    const project = serve(
      { id: 'wf_a', offering: 'default', prefetch: true },
      { id: 'wf_b' },
      { id: 'wf_a', offering: 'sale' },
    );
    const { workflows } = value(decodeWorkflowsList(project.list(origins)));
    expect(workflows.map((item) => [item.id, item.offeringId, item.prefetch])).toEqual([
      ['wf_a', 'default', true],
      ['wf_b', null, false],
      ['wf_a', 'sale', false],
    ]);
  });

  it('answers with the last entry where an id stands twice', () => {
    const project = serve({ id: 'wf_a', revision: 1 }, { id: 'wf_a', revision: 2 });
    expect(inline(project, 'wf_a').metadata).toEqual({ revision: 2 });
  });

  it('leads from screen to screen by a button, and shows id and revision on the first', () => {
    const made = inline(serve({ id: 'wf_a', steps: 3, revision: 4 }), 'wf_a');
    const walked = [made.initialStepId];
    for (let step = made.steps[made.initialStepId]; step?.triggers[0];) {
      const action = step.triggerActions[step.triggers[0].actionId ?? ''];
      const next: string = action?.type === 'step' ? action.stepId : '';
      walked.push(next);
      step = made.steps[next];
    }
    const title = made.screens['screen_1']?.components_localizations['en_US']?.['title'];
    expect({ walked, title }).toEqual({
      walked: ['step_1', 'step_2', 'step_3'],
      title: 'wf_a r4',
    });
  });

  it('serves as many different images as the screens use', () => {
    const project = serve({ id: 'wf/a', steps: 2, assets: 3 });
    const urls = collectAssets(inline(project, 'wf/a')).map(({ url }) => url);
    const files = urls.map((url) => project.asset(url.slice(origins.cdn.length)));
    expect({
      urls: urls.length,
      different: new Set(files.map((file) => hash('sha256', file?.bytes ?? ''))).size,
      types: files.map((file) => file?.contentType),
      ids: files[0]?.ids,
      beyond: project.asset('/assets/wf%2Fa/image-4.png'),
    }).toEqual({
      urls: 3,
      different: 3,
      types: ['image/png', 'image/png', 'image/png'],
      ids: ['wf/a', '/assets/wf%2Fa/image-1.png'],
      beyond: null,
    });
  });

  it('R-05 announces the right hash, a wrong one or none', () => {
    const check = (spec: WorkflowSpec['hash']): unknown => {
      const project = serve({ id: 'wf_b', delivery: 'cdn', hash: spec });
      const found = envelope(project, 'wf_b');
      const bytes = bytesAt(project, pathIn(project, 'wf_b'));
      if (found.action !== 'use_cdn' || found.hash === null) return null;
      return /^[0-9a-f]{64}$/.test(found.hash) && found.hash === hash('sha256', bytes);
    };
    expect([check('right'), check('wrong'), check('none')]).toEqual([true, false, null]);
  });

  it('has one url for the same content, another for other content, and keeps the old one', () => {
    const project = serve({ id: 'wf_b', delivery: 'cdn' });
    const first = pathIn(project, 'wf_b');
    const again = pathIn(project, 'wf_b');
    project.change({ kind: 'workflow', id: 'wf_b', to: { prefetch: true, offering: 'sale' } });
    const moved = pathIn(project, 'wf_b');
    project.change({ kind: 'workflow', id: 'wf_b', to: { revision: 2 } });
    const second = pathIn(project, 'wf_b');
    const revision = (path: string): unknown =>
      value(decodeWorkflow(Buffer.from(bytesAt(project, path)).toString())).metadata['revision'];
    expect({
      isSame: first === again && first === moved,
      isOther: first !== second,
      revisions: [revision(first), revision(second)],
      refs: project.bodyRefs('wf_b').map(({ url }) => url),
    }).toEqual({
      isSame: true,
      isOther: true,
      revisions: [1, 2],
      refs: [origins.cdn + first, origins.cdn + second],
    });
  });

  it('pads a body to about the size that is asked for', () => {
    const project = serve({ id: 'wf_b', delivery: 'cdn', bytes: 50_000 });
    expect(bytesAt(project, pathIn(project, 'wf_b')).length).toBe(50_000);
  });

  it('D-13 answers as another workflow, or as one without an id', () => {
    const project = serve({ id: 'wf_1', answersAs: 'wf_2' }, { id: 'wf_3', answersAs: '' });
    expect([inline(project, 'wf_1').id, inline(project, 'wf_3').id]).toEqual(['wf_2', '']);
    expect([...project.knownIds()]).toEqual(expect.arrayContaining(['wf_1', 'wf_2', 'wf_3']));
    expect(project.knownIds()).not.toContain('');
  });

  it('D-12 answers for an offering: mapped, converted, or not at all', () => {
    const project = serve(
      { id: 'wf_a', offering: 'default' },
      { id: 'wf_z', offering: 'default' },
      { id: 'bare', revision: 9 },
    );
    expect({
      mapped: inline(project, 'default').id,
      converted: inline(project, 'sale').id,
      legacy: project.detail('old', origins),
      unknown: project.detail('wf_none', origins),
      idWins: inline(project, 'bare').metadata,
    }).toEqual({
      mapped: 'wf_z',
      converted: 'wf_sale',
      legacy: null,
      unknown: null,
      idWins: { revision: 9 },
    });
  });

  it('answers for a converted workflow by its own id once it was converted', () => {
    const project = serve();
    const before = project.detail('wf_sale', origins);
    project.detail('sale', origins);
    expect([before, inline(project, 'wf_sale').id]).toEqual([null, 'wf_sale']);
  });

  it('changes all entries with an id, removes and adds, and remembers every id it ever had', () => {
    const project = serve({ id: 'wf_a' }, { id: 'wf_a', offering: 'sale' }, { id: 'wf_b' });
    project.change({ kind: 'workflow', id: 'wf_a', to: { prefetch: true, offering: null } });
    project.change({ kind: 'remove', id: 'wf_b' });
    project.change({ kind: 'add', workflow: workflow({ id: 'wf_c' }) });
    project.change({ kind: 'offerings', offerings: [offering({ id: 'new' })] });
    const { workflows } = value(decodeWorkflowsList(project.list(origins)));
    expect({
      list: workflows.map((item) => [item.id, item.offeringId, item.prefetch]),
      gone: project.detail('wf_b', origins),
      current: value(decodeOfferings(project.offerings(origins))).current_offering_id,
      knows: ['wf_b', 'wf_c', 'new', 'default'].filter((id) => project.knownIds().has(id)),
    }).toEqual({
      list: [
        ['wf_a', null, true],
        ['wf_a', null, true],
        ['wf_c', null, false],
      ],
      gone: null,
      current: 'new',
      knows: ['wf_b', 'wf_c', 'new', 'default'],
    });
  });

  it('makes the same from the same', () => {
    const all = (): unknown => {
      const project = serve({ id: 'wf_a', steps: 2, assets: 2, bytes: 9000 });
      return [project.offerings(origins), project.list(origins), project.detail('wf_a', origins)];
    };
    expect(all()).toEqual(all());
  });
});
