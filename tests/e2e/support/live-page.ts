import type { Page } from 'playwright/test';

type Step = { readonly name: PropertyKey; readonly values: readonly unknown[] };

/** What a page finds, and what is found in there; everything else is done at once. */
const findsMore = new Set<PropertyKey>([
  'and',
  'contentFrame',
  'filter',
  'first',
  'frameLocator',
  'getByAltText',
  'getByLabel',
  'getByPlaceholder',
  'getByRole',
  'getByTestId',
  'getByText',
  'getByTitle',
  'last',
  'locator',
  'nth',
  'or',
]);

type Callable = (...values: unknown[]) => unknown;

const callOn = (target: object, { name, values }: Step): object =>
  (Reflect.get(target, name) as Callable).apply(target, [...values]) as object;

/** Whoever is given one to look for inside of another wants the real one. */
const real = new WeakMap<object, () => object>();
const unwrapped = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const find = real.get(value);
  if (find !== undefined) return find();
  // An option such as `has`.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unwrapped(item)]));
};

const live = (page: () => Page, steps: readonly Step[]): object => {
  const find = (): object => steps.reduce<object>(callOn, page());
  const proxy = new Proxy(
    {},
    {
      get: (_target, name) => {
        // Whoever awaits it asks; there may be no page yet.
        if (name === 'then') return undefined;
        if (findsMore.has(name))
          return (...values: unknown[]) =>
            live(page, [...steps, { name, values: values.map(unwrapped) }]);
        const target = find();
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function' || name === 'constructor') return member;
        return (...values: unknown[]): unknown =>
          (member as Callable).apply(target, values.map(unwrapped));
      },
      getPrototypeOf: () => Object.getPrototypeOf(find()) as object,
    },
  );
  real.set(proxy, find);
  return proxy;
};

/**
 * A page that is always the current one: an app that starts again, or whose page ended, shows another
 * page, and what was found in the former is then looked for in that.
 */
export const livePage = (current: () => Page): Page => live(current, []) as Page;
