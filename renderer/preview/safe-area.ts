import type { PaywallProps } from '../../shared/paywall/prepare-screen.ts';
import type { JsonObject } from '../../shared/paywall/wire/json.ts';
import type { SafeArea } from '../../shared/stage/devices.ts';
import { baseOf, withBase } from './props-base.ts';
import { objectAt, objectsAt, rebuilt } from './json-tree.ts';

const none: SafeArea = { top: 0, right: 0, bottom: 0, left: 0 };

const numberAt = (json: JsonObject | null, key: string): number => {
  const value = json?.[key];
  return typeof value === 'number' ? value : 0;
};

/** More room on the inner or the outer side; a prepared screen has left for leading, in any direction. */
const wider = (stack: JsonObject, side: 'padding' | 'margin', by: SafeArea): JsonObject => {
  const own = objectAt(stack, side);
  return {
    ...stack,
    [side]: {
      top: numberAt(own, 'top') + by.top,
      bottom: numberAt(own, 'bottom') + by.bottom,
      leading: numberAt(own, 'leading') + by.left,
      trailing: numberAt(own, 'trailing') + by.right,
    },
  };
};

const padded = (slot: JsonObject, by: SafeArea): JsonObject => {
  const stack = objectAt(slot, 'stack');
  return stack === null ? slot : { ...slot, stack: wider(stack, 'padding', by) };
};

const isAsWideAsScreen = (component: JsonObject): boolean => {
  const size = objectAt(component, 'size');
  return size !== null && objectAt(size, 'width')?.['type'] === 'fill';
};

const isPicture = ({ type }: JsonObject): boolean => type === 'image' || type === 'video';

const areLayers = (stack: JsonObject): boolean =>
  stack['type'] === 'stack' && objectAt(stack, 'dimension')?.['type'] === 'zlayer';

/** A picture from edge to edge, or layers of which the lowest is one. */
const isHero = (component: JsonObject | undefined): boolean => {
  if (component === undefined) return false;
  if (areLayers(component)) return isHero(objectsAt(component, 'components')[0]);
  return isPicture(component) && isAsWideAsScreen(component);
};

/** What lies over a hero keeps to the safe area, as far as it can be moved. */
const belowBar = (layers: JsonObject, top: number): JsonObject => {
  const [hero, ...others] = objectsAt(layers, 'components');
  if (hero === undefined) return layers;
  const lowered = others.map((each) =>
    each['type'] === 'stack' ? wider(each, 'margin', { ...none, top }) : each,
  );
  return { ...layers, components: [areLayers(hero) ? belowBar(hero, top) : hero, ...lowered] };
};

/** The page with its content below the top bar, unless it begins with a hero, which goes under it. */
const pageWithin = (stack: JsonObject, by: SafeArea): JsonObject => {
  const aside = { ...by, top: 0 };
  if (areLayers(stack) && isHero(stack)) return wider(belowBar(stack, by.top), 'padding', aside);
  const [first, ...others] = objectsAt(stack, 'components');
  if (areLayers(stack) || first === undefined || !isHero(first)) return wider(stack, 'padding', by);
  const hero = areLayers(first) ? belowBar(first, by.top) : first;
  return wider({ ...stack, components: [hero, ...others] }, 'padding', aside);
};

const baseWithin = (base: JsonObject, by: SafeArea): JsonObject => {
  const [stack, header] = [objectAt(base, 'stack'), objectAt(base, 'header')];
  const footer = objectAt(base, 'sticky_footer');
  const page = {
    ...by,
    top: header === null ? by.top : 0,
    bottom: footer === null ? by.bottom : 0,
  };
  return {
    ...base,
    ...(stack === null ? {} : { stack: pageWithin(stack, page) }),
    ...(header === null ? {} : { header: padded(header, { ...by, bottom: 0 }) }),
    ...(footer === null ? {} : { sticky_footer: padded(footer, { ...by, top: 0 }) }),
  };
};

const isSafeEverywhere = ({ top, right, bottom, left }: SafeArea): boolean =>
  Math.max(top, right, bottom, left) <= 0;

/**
 * Keeps what a paywall says clear of the system's bars, as phones do: they make the padding of the
 * page, the header, the footer and each sheet larger, so that backgrounds still reach the edges. CSS
 * cannot add to what the renderer writes into `style`, so it is done before it is mounted.
 */
export const withinSafeArea = (props: PaywallProps, by: SafeArea): PaywallProps => {
  if (isSafeEverywhere(by)) return props;
  const base = baseOf(props);
  if (base === null) return props;
  const withSheets = rebuilt(base, (json) =>
    json['type'] === 'sheet' ? padded(json, { ...by, top: 0 }) : json,
  );
  return withBase(props, baseWithin(withSheets, by));
};
