import { describe, expect, it } from 'vitest';
import { createServedProject } from '../../../main/backend/served-project.ts';
import { recogniseJson } from '../../../main/project/recognise-json.ts';
import { body, goodFiles, origins, screen } from './project-files.ts';

interface Response {
  readonly current_offering_id: string | null;
  readonly offerings: readonly {
    readonly identifier: string;
    readonly packages: readonly { readonly identifier: string }[];
    readonly paywall_components?: unknown;
  }[];
}

const served = (value: unknown) => {
  const recognised = recogniseJson('a.json', JSON.stringify(value));
  if (!recognised.ok) throw new Error(recognised.problem.message);
  const project = createServedProject(recognised.source);
  return {
    response: JSON.parse(project.offerings(origins)) as Response,
    ids: (
      JSON.parse(project.list(origins)) as { workflows: readonly { id: string }[] }
    ).workflows.map(({ id }) => id),
    workflow: project.detail('wf_a', origins),
  };
};

const packagesOf = ({ response }: ReturnType<typeof served>) =>
  response.offerings.map(({ identifier, packages }) => [
    identifier,
    ...packages.map((one) => one.identifier),
  ]);

const refusal = (text: unknown): string => {
  const recognised = recogniseJson(
    'a.json',
    typeof text === 'string' ? text : JSON.stringify(text),
  );
  return recognised.ok ? 'recognised' : recognised.problem.message;
};

const selling = {
  ...screen,
  components_config: {
    base: { stack: { components: [{ type: 'package', package_id: '$rc_weekly' }] } },
  },
};

describe('a JSON file by itself', () => {
  it('is offerings as they stand', () => {
    expect(served(goodFiles['offerings.json']).response.offerings).toHaveLength(2);
  });

  it('is a workflow, which is given offerings that sell what its screens sell', () => {
    const made = served({
      ...body,
      screens: { a: selling, b: { ...screen, offering_identifier: 'sale' } },
    });
    expect(made.ids).toEqual(['wf_a']);
    expect(packagesOf(made)).toEqual([
      ['default', '$rc_weekly'],
      ['sale', '$rc_monthly', '$rc_annual'],
    ]);
    expect(made.workflow).toContain('"initial_step_id":"s"');
  });

  it('is an envelope with a workflow in it', () => {
    const made = served({ action: 'inline', data: body, enrolled_variants: null });
    expect(made.ids).toEqual(['wf_a']);
    expect(packagesOf(made)).toEqual([['default', '$rc_monthly', '$rc_annual']]);
  });

  it.each([
    ['components', selling],
    ['what they stand in', { paywall_components: selling }],
    [
      'an offering of its own',
      { identifier: 'default', description: '', packages: [], paywall_components: selling },
    ],
  ])('is a paywall: %s', (_, value) => {
    const { response, ids } = served(value);
    expect(ids).toEqual([]);
    expect(response.offerings).toMatchObject([
      { identifier: 'default', paywall_components: { template_name: 'components' } },
    ]);
    expect(response.current_offering_id).toBe('default');
  });

  it.each([
    ['{', 'a.json is not JSON: line 1 is where it ends, although something is still open.'],
    ['', 'a.json is empty.'],
    ['[]', 'a.json is not a JSON object: it must begin with {.'],
    [{ a: 1 }, 'nothing in it was recognised: an offerings response has `offerings`'],
    [goodFiles['workflows.json'], 'it is a workflows list, which names workflows and holds none'],
    [
      { action: 'use_cdn', url: 'https://cdn/a.json' },
      'the envelope has no workflow in it, only the address of one (https://cdn/a.json)',
    ],
    [{ action: 'inline' }, 'the envelope is inline and has no data'],
    [{ action: 'inline', data: { id: 1 } }, 'the workflow in it is broken'],
    [{ offerings: [1] }, 'a.json, line 1, offerings.0: must be an object { }, not a number.'],
    [{ ...body, screens: 1 }, 'a.json, line 1, screens: must be an object { }.'],
    [{ identifier: 'a', packages: [] }, 'the offering is broken'],
  ])('%j is refused in words', (text, message) => {
    expect(refusal(text)).toContain(message);
  });
});
