import { around } from '../../shared/paywall/components/plain-stack.ts';
import type { PaywallProps } from '../../shared/paywall/prepare-screen.ts';
import type { JsonObject } from '../../shared/paywall/wire/json.ts';
import { objectAt } from './json-tree.ts';
import { baseOf, withBase } from './props-base.ts';

/*
 * Which package is selected is told when a person presses one or closes a sheet, but not when a tab
 * that is opened selects its own, nor can it be asked. So a text that nobody sees says it: it hangs on
 * the page as a badge, where it moves nothing.
 */

const variable = 'preview.selected-package';
const textKey = 'preview:selected-package';
const testId = 'selected-package';

const probe = around(
  [
    {
      type: 'text',
      id: '',
      name: '',
      text_lid: textKey,
      color: { light: { type: 'hex', value: '#000000' } },
      size: { width: { type: 'fit' }, height: { type: 'fit' } },
    },
  ],
  // A stack's `style` is written into its CSS.
  { testId, style: { display: 'none' } },
);

const badgeWith = (badge: JsonObject | null): JsonObject => {
  const own = badge === null ? null : objectAt(badge, 'stack');
  const fit = { size: { width: { type: 'fit' }, height: { type: 'fit' } } };
  return own === null
    ? { style: 'overlay', alignment: 'top', stack: probe }
    : { ...badge, stack: around([own, probe], fit) };
};

const withText = (localizations: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.keys(localizations).map((locale) => [
      locale,
      { ...objectAt(localizations, locale), [textKey]: `{{ ${variable} }}` },
    ]),
  );

const idsOf = ({ variablesPerPackage }: PaywallProps): readonly string[] =>
  Object.keys(variablesPerPackage);

/** Makes a paywall tell which package is selected. */
export const withProbe = (props: PaywallProps): PaywallProps => {
  const [base, ids] = [baseOf(props), idsOf(props)];
  const page = base === null ? null : objectAt(base, 'stack');
  if (base === null || page === null) return props;
  const shown = withBase(props, {
    ...base,
    stack: { ...page, badge: badgeWith(objectAt(page, 'badge')) },
  });
  const texts = objectAt(props.paywallData, 'components_localizations') ?? {};
  return {
    ...shown,
    paywallData: { ...shown.paywallData, components_localizations: withText(texts) },
    variablesPerPackage: Object.fromEntries(
      // An id may be anything, and texts are read as markup: so its number is written.
      ids.map((id, index) => [id, { ...props.variablesPerPackage[id], [variable]: `${index}` }]),
    ),
  };
};

const selectedIn = (element: Element, ids: readonly string[]): string | null => {
  const written = element.textContent.trim();
  return written === '' ? null : (ids[Number(written)] ?? null);
};

/** Tells of each other package that is selected on what was mounted; returns how to stop that. */
export const watchSelection = (
  layer: HTMLElement,
  props: PaywallProps,
  onSelected: (packageId: string | null) => void,
): (() => void) => {
  const [element, ids] = [layer.querySelector(`[data-testid="${testId}"]`), idsOf(props)];
  if (element === null) return () => undefined;
  let selected = selectedIn(element, ids);
  const observer = new MutationObserver(() => {
    const now = selectedIn(element, ids);
    if (now === selected) return;
    selected = now;
    onSelected(now);
  });
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  return () => {
    observer.disconnect();
  };
};
