import type { PaywallProps } from '../../shared/paywall/prepare-screen.ts';
import type { JsonObject } from '../../shared/paywall/wire/json.ts';
import { objectAt } from './json-tree.ts';

/** The page, header and footer of a prepared paywall; null where it has none. */
export const baseOf = ({ paywallData }: PaywallProps): JsonObject | null => {
  const config = objectAt(paywallData, 'components_config');
  return config === null ? null : objectAt(config, 'base');
};

/** The same paywall with others. */
export const withBase = (props: PaywallProps, base: JsonObject): PaywallProps => ({
  ...props,
  paywallData: { ...props.paywallData, components_config: { base } },
});
