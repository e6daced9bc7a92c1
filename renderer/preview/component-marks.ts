import type { PaywallProps } from '../../shared/paywall/prepare-screen.ts';
import { type JsonObject, isObject } from '../../shared/paywall/wire/json.ts';
import { type JsonChange, objectAt, objectsAt, rebuilt } from './json-tree.ts';
import { baseOf, withBase } from './props-base.ts';

/*
 * The renderer writes no ids. But a stack's `style` is written into its CSS, and what is in a stack is
 * drawn in its order: so each stack wears a number that changes nothing, and tells its children apart
 * by counting them. Where the count is another one, nobody guesses.
 */

const property = '--stack-number';

/** Gives every stack a number. */
export const withMarks = (props: PaywallProps): PaywallProps => {
  const base = baseOf(props);
  if (base === null) return props;
  let stacks = 0;
  const mark: JsonChange = (object) => {
    if (object['type'] !== 'stack') return object;
    stacks += 1;
    return { ...object, style: { ...objectAt(object, 'style'), [property]: `${stacks}` } };
  };
  return withBase(props, rebuilt(base, mark));
};

const numberOf = (stack: JsonObject): string => {
  const written = objectAt(stack, 'style')?.[property];
  return typeof written === 'string' ? written : '';
};

/** A stack, and what is drawn as nothing but that stack: a package, a footer. */
interface Marked {
  readonly stack: JsonObject;
  readonly owner: JsonObject | null;
}

const stacksIn = (props: PaywallProps): ReadonlyMap<string, Marked> => {
  const stacks = new Map<string, Marked>();
  const base = baseOf(props);
  if (base === null) return stacks;
  // The innermost come first, so that an owner comes after its stack.
  rebuilt(base, (object) => {
    const own = objectAt(object, 'stack');
    if (object['type'] === 'stack') stacks.set(numberOf(object), { stack: object, owner: null });
    else if (own !== null) stacks.set(numberOf(own), { stack: own, owner: object });
    return object;
  });
  return stacks;
};

const idOf = (component: JsonObject): string =>
  typeof component['id'] === 'string' ? component['id'] : '';

/** What is drawn of each thing in a stack; null: that cannot be told. */
const childrenOf = (element: Element, stack: JsonObject): readonly Element[] | null => {
  const wanted = objectsAt(stack, 'components').length;
  const all = [...element.children].slice(isObject(stack['badge']) ? 1 : 0);
  const isLayered = objectAt(stack, 'dimension')?.['type'] === 'zlayer';
  const drawn = isLayered
    ? [...(all[0]?.children ?? [])].flatMap(({ firstElementChild: first }) => first ?? [])
    : all;
  return drawn.length === wanted ? drawn : null;
};

const isSeen = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
};

/** The elements of components by their ids, as far as they can be told and are seen. */
export const elementsById = (layer: Element, props: PaywallProps): ReadonlyMap<string, Element> => {
  const stacks = stacksIn(props);
  const found = new Map<string, Element>();
  const note = (component: JsonObject, element: Element): void => {
    const id = idOf(component);
    if (id !== '' && !found.has(id) && isSeen(element)) found.set(id, element);
  };
  for (const element of layer.querySelectorAll<HTMLElement>(`[style*="${property}"]`)) {
    const marked = stacks.get(element.style.getPropertyValue(property).trim());
    if (marked === undefined) continue;
    const { stack, owner } = marked;
    note(stack, element);
    if (owner !== null) note(owner, element);
    const drawn = childrenOf(element, stack);
    for (const [index, component] of objectsAt(stack, 'components').entries()) {
      const child = drawn?.[index];
      if (child !== undefined) note(component, child);
    }
  }
  return found;
};
