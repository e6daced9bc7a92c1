import type { Json } from './json.ts';

/** An address where an image can be had, and its size in pixels. */
export interface ImageRef {
  readonly url: string;
  readonly sizePx: number;
}

const hex = (value: string): Json => ({ light: { type: 'hex', value } });
const none = { top: 0, bottom: 0, leading: 0, trailing: 0 };
const around = { top: 12, bottom: 12, leading: 16, trailing: 16 };
const fit = { type: 'fit' };
const fill = { type: 'fill' };

/** A text component; what it says stands in the localizations under `lid`. */
export const text = (id: string, lid: string, color: string, fontSize: number): Json => ({
  type: 'text',
  id,
  text_lid: lid,
  color: hex(color),
  font_size: fontSize,
  font_weight: 'semibold',
  horizontal_alignment: 'center',
  size: { width: fill, height: fit },
  padding: none,
  margin: none,
});

const label = (id: string, lid: string): Json => ({
  ...stack(`${id}_stack`, [text(`${id}_label`, lid, '#ffffffff', 17)], around),
  background: { type: 'color', value: hex('#2f5d50ff') },
  shape: { type: 'pill' },
});

export const stack = (id: string, components: readonly Json[], padding: Json = none): Json => ({
  type: 'stack',
  id,
  components,
  dimension: { type: 'vertical', alignment: 'center', distribution: 'start' },
  size: { width: fill, height: fit },
  spacing: 12,
  padding,
  margin: none,
});

/** A button that fires the step's trigger for its id. */
export const workflowButton = (id: string, lid: string): Json => ({
  type: 'button',
  id,
  action: { type: 'workflow' },
  stack: label(id, lid),
});

export const purchaseButton = (id: string, lid: string): Json => ({
  type: 'purchase_button',
  id,
  stack: label(id, lid),
});

/** An image component; all formats are the one file that there is. */
export const image = (id: string, { url, sizePx }: ImageRef): Json => ({
  type: 'image',
  id,
  source: {
    light: {
      original: url,
      webp: url,
      webp_low_res: url,
      heic: url,
      heic_low_res: url,
      width: sizePx,
      height: sizePx,
    },
  },
  size: { width: { type: 'fixed', value: 96 }, height: { type: 'fixed', value: 96 } },
  fit_mode: 'fit',
  padding: none,
  margin: none,
});

/** What `paywall_components` and a workflow's screen have in common. */
export const paywallComponents = (
  assetBaseUrl: string,
  components: readonly Json[],
  texts: Readonly<Record<string, string>>,
): Json => ({
  template_name: 'components',
  revision: 1,
  asset_base_url: assetBaseUrl,
  default_locale: 'en_US',
  components_localizations: { en_US: texts },
  components_config: {
    base: {
      background: { type: 'color', value: hex('#ffffffff') },
      stack: stack('root', components, around),
      sticky_footer: null,
    },
  },
});

/** A `ui_config` with nothing in it but what must be there. */
export const plainUiConfig: Json = {
  app: { colors: {}, fonts: {} },
  localizations: { en_US: { monthly: 'monthly', annual: 'annual' } },
  variable_config: { variable_compatibility_map: {}, function_compatibility_map: {} },
  custom_variables: {},
};
