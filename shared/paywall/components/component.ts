import { type JsonObject, isObject } from '../wire/json.ts';
import { type Spot, at, isNothing } from '../wire/places.ts';
import { quoted } from '../problems.ts';
import { textOf } from '../wire/read.ts';
import { button } from './button.ts';
import { carousel } from './carousel.ts';
import { countdown } from './countdown.ts';
import {
  expressPurchaseButton,
  inputChoice,
  inputOption,
  inputText,
  skeletonLoader,
} from './inputs.ts';
import { packageComponent, purchaseButton } from './packages.ts';
import { type Pass, type Scope, deeper, isTooMuch } from './pass.ts';
import { icon, image, video } from './pictures.ts';
import { placeholder } from './placeholder.ts';
import { pinned, stack } from './stack.ts';
import { tabControl, tabControlButton, tabControlToggle, tabs } from './tabs.ts';
import { text } from './text.ts';
import { timeline } from './timeline.ts';

type Prepare = (spot: Spot, scope: Scope, pass: Pass) => JsonObject | null;

const types: Readonly<Record<string, Prepare>> = {
  button,
  carousel,
  countdown,
  express_purchase_button: expressPurchaseButton,
  fallback_header: () => null,
  footer: pinned('footer'),
  header: pinned('header'),
  icon,
  image,
  input_multiple_choice: inputChoice('input_multiple_choice'),
  input_option: inputOption,
  input_single_choice: inputChoice('input_single_choice'),
  input_text: inputText,
  package: packageComponent,
  purchase_button: purchaseButton,
  skeleton_loader: skeletonLoader,
  stack,
  sticky_footer: pinned('footer'),
  tab_control: tabControl,
  tab_control_button: tabControlButton,
  tab_control_toggle: tabControlToggle,
  tabs,
  text,
  timeline,
  video,
};

/** Phones, or the web, draw these, but the preview cannot. */
const undrawn: ReadonlySet<string> = new Set(['web_view', 'wallet_button', 'redemption_button']);

const labelOf = (type: string | null): string => (type ?? 'a component').slice(0, 60);

const stranger = (spot: Spot, type: string | null, scope: Scope, pass: Pass): JsonObject | null => {
  const fallback = at(spot, 'fallback');
  const hasFallback = isObject(fallback.value) && textOf(at(fallback, 'type')) !== null;
  const instead = hasFallback ? 'its fallback is shown' : 'a placeholder is shown';
  if (type !== null && undrawn.has(type))
    pass.problems.report(
      'not-in-preview',
      spot.place,
      `The preview cannot show ${quoted(type)}; ${instead}.`,
    );
  else
    pass.problems.report(
      'unknown-component',
      spot.place,
      hasFallback
        ? `The component type ${quoted(type)} is unknown; ${instead}.`
        : `The component type ${quoted(type)} is unknown and has no fallback: phones refuse the whole paywall.`,
    );
  return hasFallback ? component(fallback, deeper(scope), pass) : placeholder(labelOf(type), pass);
};

/** Any component, as the renderer takes it; null where nothing is to be drawn. */
export const component = (spot: Spot, scope: Scope, pass: Pass): JsonObject | null => {
  if (isTooMuch(spot, scope, pass)) return null;
  if (!isObject(spot.value) || isNothing(spot)) {
    pass.problems.report('unusable', spot.place, 'This is not a component.');
    return null;
  }
  const type = textOf(at(spot, 'type'));
  const prepare = type !== null && Object.hasOwn(types, type) ? types[type] : undefined;
  return prepare === undefined ? stranger(spot, type, scope, pass) : prepare(spot, scope, pass);
};
