import type { OfferingSpec } from '../../shared/scenario/project-spec.ts';
import { paywallComponents, plainUiConfig, purchaseButton, text } from './components.ts';
import { compileWorkflow } from './generated-workflow.ts';
import type { Json } from './json.ts';
import { type OfferingsSource, convertedId } from './project-source.ts';

const packageOf = (identifier: string): Json => ({
  identifier,
  platform_product_identifier: `com.example.${identifier.replace(/^\$rc_/, '')}`,
  platform_product_plan_identifier: null,
});

const ownPaywall = (id: string, cdn: string): Json =>
  paywallComponents(
    `${cdn}/assets`,
    [text('title', 'title', '#1b1f1dff', 28), purchaseButton('btn_buy', 'button')],
    { title: `Paywall of ${id}`, button: 'Subscribe' },
  );

const paywallOf = (spec: OfferingSpec, cdn: string): Json => {
  if (spec.legacy) return { paywall: { template_name: '1', config: {} } };
  return { paywall_components: spec.paywall ? ownPaywall(spec.id, cdn) : null };
};

const offering = (spec: OfferingSpec, cdn: string): Json => ({
  identifier: spec.id,
  description: `Offering ${spec.id}`,
  metadata: null,
  packages: spec.packages.map(packageOf),
  web_checkout_url: null,
  ...paywallOf(spec, cdn),
});

const currentId = (specs: readonly OfferingSpec[]): string | null =>
  (specs.find((spec) => spec.current) ?? specs[0])?.id ?? null;

const converted = (id: string, cdn: string): Json =>
  compileWorkflow(
    { id: convertedId(id), offering: id, revision: 1, steps: 1, assets: 0, bytes: 0 },
    cdn,
  );

/** Offerings as a scenario describes them. */
export const generatedOfferings = (specs: readonly OfferingSpec[]): OfferingsSource =>
  Object.freeze({
    ids: specs.map(({ id }) => id),
    response: (cdn: string) => ({
      current_offering_id: currentId(specs),
      offerings: specs.map((spec) => offering(spec, cdn)),
      placements: { fallback_offering_id: currentId(specs) },
      ui_config: plainUiConfig,
    }),
    convert: (id: string, cdn: string) => {
      const spec = specs.findLast((candidate) => candidate.id === id);
      return spec !== undefined && spec.paywall && !spec.legacy ? converted(id, cdn) : null;
    },
  });
