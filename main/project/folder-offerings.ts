import { isAbsent } from '../../shared/model/decode.ts';
import { plainUiConfig } from '../backend/components.ts';
import { type Json, isJsonObject } from '../backend/json.ts';
import { type OfferingsSource, convertedId } from '../backend/project-source.ts';
import { withAssetAddresses } from './asset-addresses.ts';

const offeringsOf = (response: Json): readonly Json[] => {
  const offerings = response['offerings'];
  return Array.isArray(offerings) ? offerings.filter(isJsonObject) : [];
};

/** The one-screen workflow that the backend makes of an offering's own paywall. */
const convert = (id: string, components: Json, uiConfig: unknown): Json => ({
  id: convertedId(id),
  display_name: id,
  initial_step_id: 'step_1',
  single_step_fallback_id: 'step_1',
  steps: {
    step_1: {
      id: 'step_1',
      type: 'screen',
      screen_id: 'screen_1',
      metadata: { screen_type: ['paywall'] },
    },
  },
  screens: { screen_1: { ...components, offering_identifier: id } },
  ui_config: isAbsent(uiConfig) ? plainUiConfig : uiConfig,
  metadata: { revision: 1 },
});

/** The offerings response as it stands in a file; `addressed` puts the CDN's addresses into it. */
export const folderOfferings = (
  response: Json,
  addressed: (json: Json, cdn: string) => Json = withAssetAddresses,
): OfferingsSource => {
  const offerings = offeringsOf(response);
  return Object.freeze({
    ids: offerings.map((offering) => String(offering['identifier'])),
    response: (cdn: string) => addressed(response, cdn),
    convert: (id: string, cdn: string) => {
      const offering = offerings.findLast((candidate) => candidate['identifier'] === id);
      const components = offering?.['paywall_components'];
      if (offering === undefined || !isAbsent(offering['paywall'])) return null;
      if (!isJsonObject(components) || isAbsent(components)) return null;
      return addressed(convert(id, components, response['ui_config']), cdn);
    },
  });
};
