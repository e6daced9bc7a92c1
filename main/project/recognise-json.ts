import { isAbsent } from '../../shared/model/decode.ts';
import { decodeEnvelopeValue } from '../../shared/model/envelope.ts';
import { decodeOfferingsValue } from '../../shared/model/offerings.ts';
import { decodeWorkflowValue } from '../../shared/model/workflow.ts';
import { packagesIn } from '../../shared/workflow/packages-in.ts';
import { plainUiConfig } from '../backend/components.ts';
import { type Json, isJsonObject } from '../backend/json.ts';
import type { ProjectSource } from '../backend/project-source.ts';
import { plainAddress } from './asset-addresses.ts';
import { folderOfferings } from './folder-offerings.ts';
import { type JsonFile, parseJsonFile } from './json-file.ts';
import { type ProjectProblem, ProjectProblemError } from './problem.ts';
import { workflowEntry } from './workflow-entry.ts';

/** What a JSON file by itself can be. */
export type Recognised =
  | { readonly ok: true; readonly source: ProjectSource }
  | { readonly ok: false; readonly problem: ProjectProblem };

/** Where a file names no package, so that there is something to sell. */
const usualPackages: readonly string[] = ['$rc_monthly', '$rc_annual'];

const offeringName = 'default';

const packageOf = (identifier: string): Json => ({
  identifier,
  platform_product_identifier: `com.example.${identifier.replace(/^\$rc_/, '')}`,
  platform_product_plan_identifier: null,
});

const offeringOf = (identifier: string, packages: ReadonlySet<string>): Json => ({
  identifier,
  description: identifier,
  metadata: null,
  packages: [...(packages.size === 0 ? usualPackages : packages)].map(packageOf),
});

const responseOf = (offerings: readonly Json[], uiConfig: unknown): Json => ({
  current_offering_id: offerings[0]?.['identifier'] ?? null,
  offerings,
  ui_config: isAbsent(uiConfig) ? plainUiConfig : uiConfig,
});

const packageIds = (screen: unknown): readonly string[] =>
  isJsonObject(screen) ? packagesIn(screen['components_config']).map(({ id }) => id) : [];

const sourceOf = (name: string, response: Json, workflow: Json | null = null): ProjectSource => {
  const offering = offeringsIn(response)[0]?.['identifier'] ?? null;
  const item: Json = {
    id: workflow?.['id'],
    display_name: workflow?.['display_name'],
    offering_id: offering,
    prefetch: true,
  };
  const parts = { item, delivery: 'inline', address: plainAddress } as const;
  return {
    name,
    entries: workflow === null ? [] : [workflowEntry({ ...parts, body: workflow })],
    offerings: folderOfferings(response),
    list: {},
    asset: () => null,
  };
};

const offeringsIn = (response: Json): readonly Json[] =>
  Array.isArray(response['offerings']) ? response['offerings'].filter(isJsonObject) : [];

/** The first offering is the one that the workflow is shown for; its screens may name others. */
const ofWorkflow = (name: string, workflow: Json): ProjectSource => {
  const packages = new Map<string, Set<string>>();
  const screens = isJsonObject(workflow['screens']) ? Object.values(workflow['screens']) : [];
  for (const screen of screens) {
    const named = isJsonObject(screen) ? screen['offering_identifier'] : null;
    const offering = typeof named === 'string' && named !== '' ? named : offeringName;
    const sold = packages.get(offering) ?? new Set();
    for (const id of packageIds(screen)) sold.add(id);
    packages.set(offering, sold);
  }
  if (packages.size === 0) packages.set(offeringName, new Set());
  const offerings = [...packages].map(([id, sold]) => offeringOf(id, sold));
  return sourceOf(name, responseOf(offerings, workflow['ui_config']), workflow);
};

const ofComponents = (name: string, components: Json): ProjectSource => {
  const offering = offeringOf(offeringName, new Set(packageIds(components)));
  const uiConfig = components['ui_config'];
  return sourceOf(name, responseOf([{ ...offering, paywall_components: components }], uiConfig));
};

interface Form {
  readonly isIt: (value: Json) => boolean;
  /** Throws a `ProjectProblemError` where it is broken. */
  readonly read: (file: JsonFile, name: string) => ProjectSource;
}

const workflowForm: Form = {
  isIt: (value) => isJsonObject(value['screens']) || isJsonObject(value['steps']),
  read: (file, name) => {
    file.check(decodeWorkflowValue);
    return ofWorkflow(name, file.value);
  },
};

const envelopeForm: Form = {
  isIt: (value) => value['action'] === 'inline' || value['action'] === 'use_cdn',
  read: (file, name) => {
    const envelope = decodeEnvelopeValue(file.value);
    if (!envelope.ok) throw file.problemAt('', envelope.error.problem);
    if (envelope.value.action === 'use_cdn')
      throw file.problemAt(
        'url',
        `the envelope has no workflow in it, only the address of one (${envelope.value.url}): open the file that is there`,
      );
    const data = isJsonObject(envelope.value.data) ? envelope.value.data : {};
    const decoded = decodeWorkflowValue(data);
    if (!decoded.ok)
      throw file.problemAt('data', `the workflow in it is broken: ${decoded.problem}`);
    return ofWorkflow(name, data);
  },
};

const offeringsForm: Form = {
  isIt: (value) => Array.isArray(value['offerings']),
  read: (file, name) => {
    file.check(decodeOfferingsValue);
    return sourceOf(name, file.value);
  },
};

const oneOfferingForm: Form = {
  isIt: (value) => typeof value['identifier'] === 'string' && Array.isArray(value['packages']),
  read: (file, name) => {
    const response = responseOf([file.value], file.value['ui_config']);
    const decoded = decodeOfferingsValue(response);
    if (!decoded.ok) throw file.problemAt('', `the offering is broken: ${decoded.problem}`);
    return sourceOf(name, response);
  },
};

const wrappedForm: Form = {
  isIt: (value) => isJsonObject(value['paywall_components']),
  read: ({ value }, name) => {
    const components = isJsonObject(value['paywall_components']) ? value['paywall_components'] : {};
    return ofComponents(name, { ui_config: value['ui_config'], ...components });
  },
};

const componentsForm: Form = {
  isIt: (value) => isJsonObject(value['components_config']),
  read: ({ value }, name) => ofComponents(name, value),
};

const listForm: Form = {
  isIt: (value) => Array.isArray(value['workflows']),
  read: (file) => {
    throw file.problemAt(
      'workflows',
      'it is a workflows list, which names workflows and holds none: open the folder that it lies in, or one of the workflows',
    );
  },
};

const forms: readonly Form[] = [
  offeringsForm,
  listForm,
  envelopeForm,
  workflowForm,
  oneOfferingForm,
  wrappedForm,
  componentsForm,
];

const nothingWords =
  'nothing in it was recognised: an offerings response has `offerings`, a detail envelope `action` and `data`, a compiled workflow `steps` and `screens`, an offering `identifier` and `packages`, a paywall `components_config`';

const read = (name: string, text: string): ProjectSource => {
  const file = parseJsonFile(name, text);
  const form = forms.find(({ isIt }) => isIt(file.value));
  if (form === undefined) throw file.problemAt('', nothingWords);
  return form.read(file, name);
};

/** A single JSON file as a project, with what a backend would answer besides made up. */
export const recogniseJson = (name: string, text: string): Recognised => {
  try {
    return { ok: true, source: read(name, text) };
  } catch (error) {
    if (!(error instanceof ProjectProblemError)) throw error;
    return { ok: false, problem: error.problem };
  }
};
