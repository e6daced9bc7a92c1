import type { PaywallProps } from '../../shared/paywall/prepare-screen.ts';
import type { JsonObject } from '../../shared/paywall/wire/json.ts';
import { objectAt, objectsAt, rebuilt } from './json-tree.ts';
import { baseOf, withBase } from './props-base.ts';
import { type OpenedTab, nameOfTabs } from './tab-names.ts';

/** Which tabs are open, and which pages carousels are turned to, each by its owner. */
export type OpenPages = ReadonlyMap<string, number>;

const isOfType = (json: JsonObject, type: string): boolean => json['type'] === type;

const selectedOnly = (tab: JsonObject, packageId: string | null): JsonObject =>
  rebuilt(tab, (json) =>
    isOfType(json, 'package')
      ? { ...json, is_selected_by_default: json['package_id'] === packageId }
      : json,
  );

/** A tab that is opened again must not select what it selects when a person opens it. */
const opened = (tabs: JsonObject, index: number, packageId: string | null): JsonObject => {
  const list = objectsAt(tabs, 'tabs');
  const tab = list[index];
  if (tab === undefined) return tabs;
  return {
    ...tabs,
    default_tab_id: tab['id'] ?? '',
    tabs: list.map((each) => (each === tab ? selectedOnly(each, packageId) : each)),
  };
};

const testIdStart = 'page:';

/** A stack's `testId` becomes an attribute of its element, by which it is found again. */
const marked = (page: JsonObject, owner: string, index: number): JsonObject => ({
  ...page,
  testId: `${testIdStart}${index}:${owner}`,
});

/** Names tabs and pages so that it can be told which are open, and opens those that were. */
export const withOpenPages = (
  props: PaywallProps,
  open: OpenPages,
  selectedPackageId: string | null,
): PaywallProps => {
  const base = baseOf(props);
  if (base === null) return props;
  let serial = 0;
  const ownerOf = ({ id }: JsonObject): string => {
    serial += 1;
    return typeof id === 'string' && id !== '' ? `id:${id}` : `number:${serial}`;
  };

  const tabs = (json: JsonObject): JsonObject => {
    const owner = ownerOf(json);
    const name = typeof json['name'] === 'string' ? json['name'] : '';
    const named = { ...json, owner, name: nameOfTabs(owner, name) };
    const index = open.get(owner);
    return index === undefined ? named : opened(named, index, selectedPackageId);
  };

  const carousel = (json: JsonObject): JsonObject => {
    const owner = ownerOf(json);
    const pages = objectsAt(json, 'pages').map((page, index) => marked(page, owner, index));
    const index = open.get(owner);
    return { ...json, pages, ...(index === undefined ? {} : { initial_page_index: index }) };
  };

  const shown = rebuilt(base, (json) => {
    if (isOfType(json, 'tabs')) return tabs(json);
    return isOfType(json, 'carousel') ? carousel(json) : json;
  });
  return withBase(props, shown);
};

/** A carousel that goes round has its first and last pages twice. */
const currentPages = `.page[aria-current="true"]:not([aria-hidden="true"]) > [data-testid^="${testIdStart}"]`;

/** The pages that carousels are turned to. */
export const turnedPages = (layer: HTMLElement): OpenPages =>
  new Map(
    [...layer.querySelectorAll(currentPages)].map((element) => {
      const [, index = '', ...owner] = (element.getAttribute('data-testid') ?? '').split(':');
      return [owner.join(':'), Number(index)] as const;
    }),
  );

/** The package that is to be selected when a tab is opened; null: it has none. */
export const packageOfTab = (props: PaywallProps, { owner, index }: OpenedTab): string | null => {
  const base = baseOf(props);
  let found: string | null = null;
  const look = (json: JsonObject): JsonObject => {
    const { package_id: id } = json;
    if (json['is_selected_by_default'] === true && typeof id === 'string') found ??= id;
    return json;
  };
  if (base !== null)
    rebuilt(base, (json) => {
      const tab = json['owner'] === owner ? objectsAt(json, 'tabs')[index] : undefined;
      const stack = tab === undefined ? null : objectAt(tab, 'stack');
      if (stack !== null) rebuilt(stack, look);
      return json;
    });
  return found;
};
