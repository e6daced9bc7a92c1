import type { JsonObject } from '../wire/json.ts';
import { type Spot, at, entries, isNothing } from '../wire/places.ts';
import { choiceOf } from '../wire/read.ts';
import { appear, hiddenAlone, identity } from './appear.ts';
import { childrenOf, withChildren } from './children.ts';
import { type Pass, type Scope, deeper, isTooMuch } from './pass.ts';
import { icon } from './pictures.ts';
import { text } from './text.ts';

const alignments = {
  known: ['title', 'title_and_description'],
  absent: 'title',
  unknown: 'title',
} as const;

const connectorOf = (spot: Spot, { geometry, colors }: Pass): JsonObject | null =>
  isNothing(spot)
    ? null
    : {
        width: geometry.number(at(spot, 'width'), 2),
        margin: geometry.spacing(at(spot, 'margin')),
        color: colors.scheme(at(spot, 'color')),
      };

const textAt = (spot: Spot, scope: Scope, pass: Pass): JsonObject => ({
  ...text(spot, scope, pass),
  ...hiddenAlone(spot, scope, pass),
});

const itemOf = (spot: Spot, scope: Scope, pass: Pass): JsonObject => {
  const description = at(spot, 'description');
  return {
    ...identity(spot, 'timeline_item'),
    // The renderer keeps items apart by id, and fails where two have the same.
    id: `item-${pass.serial()}`,
    ...appear(
      spot,
      ({ field }) => ({ connector: connectorOf(field('connector'), pass) }),
      ['selected'],
      scope,
      pass,
    ),
    icon: icon(at(spot, 'icon'), deeper(scope), pass),
    title: textAt(at(spot, 'title'), deeper(scope), pass),
    description: isNothing(description) ? null : textAt(description, deeper(scope), pass),
  };
};

export const timeline = (spot: Spot, scope: Scope, pass: Pass): JsonObject => {
  const { geometry, problems } = pass;
  const component = {
    ...identity(spot, 'timeline'),
    ...appear(
      spot,
      ({ field }) => ({
        item_spacing: geometry.number(field('item_spacing')),
        text_spacing: geometry.number(field('text_spacing')),
        column_gutter: geometry.number(field('column_gutter')),
        icon_alignment: choiceOf(field('icon_alignment'), alignments, problems),
        size: geometry.size(field('size'), 'fill', 'fit'),
        padding: geometry.spacing(field('padding')),
        margin: geometry.spacing(field('margin')),
      }),
      ['selected'],
      scope,
      pass,
    ),
  };
  const items = childrenOf(
    entries(at(spot, 'items')),
    (item, inside) => (isTooMuch(item, inside, pass) ? null : itemOf(item, inside, pass)),
    scope,
    pass,
  );
  return withChildren(component, 'items', items);
};
