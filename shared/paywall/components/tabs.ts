import type { JsonObject } from '../wire/json.ts';
import { type Spot, at, entries, isNothing } from '../wire/places.ts';
import { choiceOf, textOf } from '../wire/read.ts';
import { appear, identity } from './appear.ts';
import { reportStateUpdates } from './button.ts';
import { type Pass, type Scope, deeper } from './pass.ts';
import { placeholder } from './placeholder.ts';
import { frameOf, stackAt } from './stack.ts';
import { readable } from './text.ts';

const controls = { known: ['buttons', 'toggle'], absent: 'buttons', unknown: 'buttons' } as const;

/** More than a person could choose from. */
const mostTabs = 100;

const tabsOf = (spot: Spot, { problems }: Pass): readonly Spot[] => {
  const all = entries(at(spot, 'tabs'));
  if (all.length > mostTabs)
    problems.report('too-many', spot.place, `Only the first ${mostTabs} tabs are shown.`);
  return all.slice(0, mostTabs);
};

/** Each tab its own id: the renderer finds a tab by it. */
const idsOf = (tabs: readonly Spot[]): readonly string[] => {
  const taken = new Set<string>();
  return tabs.map((tab, index) => {
    const declared = textOf(at(tab, 'id'));
    const id = declared !== null && !taken.has(declared) ? declared : `tab ${index}`;
    taken.add(id);
    return id;
  });
};

/** A toggle that is on at first stands for the second tab. */
const isToggledOn = (control: Spot): boolean =>
  entries(at(at(control, 'stack'), 'components')).some(
    (child) =>
      at(child, 'type').value === 'tab_control_toggle' && at(child, 'default_value').value === true,
  );

const initialIndex = (spot: Spot, ids: readonly string[]): number => {
  const declared = textOf(at(spot, 'default_tab_id'));
  const found = declared === null ? -1 : ids.indexOf(declared);
  if (found >= 0) return found;
  return declared === null && ids.length > 1 && isToggledOn(at(spot, 'control')) ? 1 : 0;
};

export const tabs = (spot: Spot, scope: Scope, pass: Pass): JsonObject | null => {
  const tabSpots = tabsOf(spot, pass);
  if (tabSpots.length === 0) {
    pass.problems.report('unusable', spot.place, 'The tabs have no tab.');
    return null;
  }
  reportStateUpdates(spot, pass);
  const ids = idsOf(tabSpots);
  const initial = initialIndex(spot, ids);
  pass.recordTabs(spot.place, initial);
  const inside: Scope = { ...deeper(scope), tabIds: ids, isInControl: false };
  const control = at(spot, 'control');
  return {
    ...identity(spot, 'tabs'),
    ...appear(
      spot,
      (part) => ({
        ...frameOf(part, pass),
        size: pass.geometry.size(part.field('size'), 'fill', 'fit'),
      }),
      ['selected'],
      scope,
      pass,
    ),
    default_tab_id: ids[pass.plan.tabIndexes.get(spot.place) ?? initial] ?? '',
    control: {
      type: choiceOf(at(control, 'type'), controls, pass.problems),
      stack: stackAt(at(control, 'stack'), { ...inside, isInControl: true }, pass),
    },
    tabs: tabSpots.map((tab, index) => ({
      ...identity(tab, 'tab'),
      id: ids[index] ?? '',
      stack: stackAt(
        at(tab, 'stack'),
        { ...inside, tabPath: [...scope.tabPath, { place: spot.place, index }] },
        pass,
      ),
    })),
  };
};

/** The renderer fails at a control that has no tabs around it. */
const withoutTabs = (spot: Spot, { tabIds }: Scope, { problems }: Pass): boolean => {
  if (tabIds === null)
    problems.report('unusable', spot.place, 'A control of tabs stands outside of any tabs.');
  return tabIds === null;
};

export const tabControl = (spot: Spot, scope: Scope, pass: Pass): JsonObject | null => {
  if (withoutTabs(spot, scope, pass)) return placeholder('tab_control', pass);
  if (!scope.isInControl) return identity(spot, 'tab_control');
  pass.problems.report('unusable', spot.place, 'A control of tabs cannot hold itself.');
  return null;
};

const tabIndex = (spot: Spot): number => {
  const { value } = at(spot, 'tab_index');
  return typeof value === 'number' && Number.isInteger(value) ? value : -1;
};

export const tabControlButton = (spot: Spot, scope: Scope, pass: Pass): JsonObject => {
  if (withoutTabs(spot, scope, pass)) return placeholder('tab_control_button', pass);
  const ids = scope.tabIds ?? [];
  const declared = textOf(at(spot, 'tab_id')) ?? '';
  const id = ids.includes(declared) ? declared : (ids[tabIndex(spot)] ?? '');
  if (id === '')
    pass.problems.report('unusable', spot.place, 'The tab that this button opens is missing.');
  return {
    ...identity(spot, 'tab_control_button'),
    tab_id: id,
    tab_index: ids.indexOf(id),
    stack: stackAt(at(spot, 'stack'), { ...deeper(scope), isSelectable: true }, pass),
  };
};

const toggleColor = (spot: Spot, usual: string, pass: Pass): JsonObject =>
  isNothing(spot) ? { light: { type: 'hex', value: usual } } : readable(spot, pass);

export const tabControlToggle = (spot: Spot, scope: Scope, pass: Pass): JsonObject => {
  if (withoutTabs(spot, scope, pass)) return placeholder('tab_control_toggle', pass);
  return {
    ...identity(spot, 'tab_control_toggle'),
    ...appear(
      spot,
      ({ field }) => ({
        default_value: field('default_value').value === true,
        thumb_color_on: toggleColor(field('thumb_color_on'), '#ffffffff', pass),
        thumb_color_off: toggleColor(field('thumb_color_off'), '#ffffffff', pass),
        track_color_on: toggleColor(field('track_color_on'), '#34c759ff', pass),
        track_color_off: toggleColor(field('track_color_off'), '#e9e9eaff', pass),
      }),
      ['selected'],
      scope,
      pass,
    ),
  };
};
