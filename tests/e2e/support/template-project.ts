import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { templatesFile, templatesFolder } from '../../helpers/paywall-templates.ts';

interface Templates {
  readonly ui_config: unknown;
  readonly offerings: readonly {
    readonly identifier: string;
    readonly paywall_components: Readonly<Record<string, unknown>>;
  }[];
}

type Template = Templates['offerings'][number];

/** A template, as a workflow of one step. */
const workflowOf = ({ identifier, paywall_components }: Template, uiConfig: unknown): object => ({
  id: identifier,
  display_name: identifier,
  initial_step_id: 'step',
  single_step_fallback_id: 'step',
  steps: { step: { id: 'step', type: 'screen', screen_id: 'screen' } },
  screens: { screen: { ...paywall_components, offering_identifier: identifier } },
  ui_config: uiConfig,
});

const readTemplates = (): Templates => {
  const text = readFileSync(templatesFile, 'utf8')
    .replaceAll('https://icons.pawwalls.com/', 'assets/')
    // Of each picture only the webp was kept.
    .replaceAll(/https:\/\/assets\.pawwalls\.com\/(\w+)\.\w+/g, 'assets/$1.webp');
  return JSON.parse(text) as Templates;
};

/**
 * Makes a project folder of the real templates, each as a workflow of its offering, with their files in
 * it; to be removed afterwards.
 */
export const makeTemplateProject = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'paywall-preview-templates-'));
  const write = (name: string, value: unknown): void => {
    writeFileSync(path.join(folder, name), JSON.stringify(value));
  };
  const { ui_config: uiConfig, ...templates } = readTemplates();
  mkdirSync(path.join(folder, 'workflows'));
  const entries = templates.offerings.map((template) => {
    const { identifier } = template;
    write(`workflows/${identifier}.json`, workflowOf(template, uiConfig));
    return { id: identifier, display_name: identifier, offering_id: identifier, prefetch: true };
  });
  const offerings = templates.offerings.map((offering) => ({
    ...offering,
    paywall_components: null,
  }));
  write('offerings.json', { ...templates, offerings });
  write('workflows.json', { workflows: entries });
  cpSync(path.join(templatesFolder, 'assets'), path.join(folder, 'assets'), { recursive: true });
  cpSync(path.join(templatesFolder, 'icons'), path.join(folder, 'assets'), { recursive: true });
  return folder;
};
