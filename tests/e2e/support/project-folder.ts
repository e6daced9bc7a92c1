import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Json = Readonly<Record<string, unknown>>;

/** A text that says what stands under `lid`. */
export const textOf = (lid: string, changes: Json = {}): Json => ({
  type: 'text',
  text_lid: lid,
  font_size: 20,
  color: { light: { type: 'hex', value: '#000000ff' } },
  size: { width: { type: 'fill' }, height: { type: 'fit' } },
  ...changes,
});

export const stackOf = (components: readonly Json[], changes: Json = {}): Json => ({
  type: 'stack',
  dimension: { type: 'vertical', alignment: 'center', distribution: 'center' },
  size: { width: { type: 'fill' }, height: { type: 'fit' } },
  components,
  ...changes,
});

/** A button that sets off what its step says. */
export const buttonOf = (id: string, lid: string): Json => ({
  type: 'button',
  id,
  name: id,
  action: { type: 'workflow' },
  stack: stackOf([textOf(lid)]),
});

/** A screen with these words in its only language. */
export const screenOf = (name: string, components: readonly Json[], words: Json): Json => ({
  name,
  template_name: 'components',
  asset_base_url: 'assets',
  default_locale: 'en_US',
  components_localizations: { en_US: words },
  components_config: {
    base: {
      background: { type: 'color', value: { light: { type: 'hex', value: '#ffffffff' } } },
      stack: stackOf(components, {
        size: { width: { type: 'fill' }, height: { type: 'fill' } },
      }),
    },
  },
});

/** A step with a screen of the same id; `leads` says where each button goes. */
export const stepOf = (id: string, leads: Readonly<Record<string, string>> = {}): Json => ({
  id,
  type: 'screen',
  screen_id: id,
  triggers: Object.keys(leads).map((button) => ({
    name: button,
    type: 'on_press',
    action_id: `by_${button}`,
    component_id: button,
  })),
  trigger_actions: Object.fromEntries(
    Object.entries(leads).map(([button, to]) => [`by_${button}`, { type: 'step', step_id: to }]),
  ),
});

/** A workflow that an offering of the same name maps to. */
export interface ProjectWorkflow {
  readonly offering: string;
  readonly id: string;
  readonly body: Json;
}

/** Makes a project folder, to be removed afterwards; the first offering is the current one. */
export const makeProject = (
  workflows: readonly ProjectWorkflow[],
  assets: Readonly<Record<string, string>> = {},
): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'paywall-preview-project-'));
  const write = (name: string, content: string): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const offerings = workflows.map(({ offering }) => ({
    identifier: offering,
    description: offering,
    packages: [],
  }));
  write(
    'offerings.json',
    JSON.stringify({ current_offering_id: workflows[0]?.offering, offerings }),
  );
  const entries = workflows.map(({ id, offering }) => ({
    id,
    display_name: id,
    offering_id: offering,
    prefetch: true,
  }));
  write('workflows.json', JSON.stringify({ workflows: entries }));
  for (const { id, body } of workflows)
    write(
      `workflows/${encodeURIComponent(id)}.json`,
      JSON.stringify({ id, display_name: id, ...body }),
    );
  for (const [name, content] of Object.entries(assets)) write(`assets/${name}`, content);
  return folder;
};
