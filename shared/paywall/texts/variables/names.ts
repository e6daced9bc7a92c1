import { type Spot, along, at } from '../../wire/places.ts';
import { type ProblemLog, quoted } from '../../problems.ts';
import { textOf } from '../../wire/read.ts';
import { productNames } from './product.ts';

export type Reference =
  | { readonly kind: 'product'; readonly name: string }
  | { readonly kind: 'countdown'; readonly name: string }
  | { readonly kind: 'custom'; readonly name: string };

export type TextFunction = 'lowercase' | 'uppercase' | 'capitalize';

export interface Names {
  /** What a variable's name stands for; null, and a problem, where phones do not know it. */
  readonly variable: (name: string, place: string) => Reference | null;
  /** The functions that are known, in their order. */
  readonly functions: (names: readonly string[], place: string) => readonly TextFunction[];
}

const countdownName = /^count_(?:days|hours|minutes|seconds)_(?:with|without)_zero$/;
const customPrefix = /^\$?custom\.(?=.)/;
const functionNames: readonly TextFunction[] = ['lowercase', 'uppercase', 'capitalize'];

const known = (name: string): Reference | null => {
  if (customPrefix.test(name)) return { kind: 'custom', name: name.replace(customPrefix, '') };
  if (productNames.has(name)) return { kind: 'product', name };
  return countdownName.test(name) ? { kind: 'countdown', name } : null;
};

/** The most names in a row that are followed. */
const mostNames = 20;

/** Follows a map of newer names to older ones until one is known; null where none is. */
const follow = <T>(map: Spot, name: string, find: (name: string) => T | null): T | null => {
  let next: string | null = name;
  for (let count = 0; next !== null && count < mostNames; count += 1) {
    const found = find(next);
    if (found !== null) return found;
    next = textOf(at(map, next));
  }
  return null;
};

/** Reads names by `ui_config.variable_config`. */
export const namesFor = (uiConfig: Spot, problems: ProblemLog): Names => {
  const config = along(uiConfig, 'variable_config');
  return Object.freeze<Names>({
    variable: (name, place) => {
      const found = follow(at(config, 'variable_compatibility_map'), name, known);
      if (found === null)
        problems.report(
          'unknown-variable',
          place,
          `Phones do not know the variable ${quoted(name)} and show nothing for it.`,
        );
      return found;
    },
    functions: (names, place) =>
      names.flatMap((name) => {
        const found = follow(
          at(config, 'function_compatibility_map'),
          name,
          (text) => functionNames.find((each) => each === text) ?? null,
        );
        if (found === null)
          problems.report(
            'unknown-function',
            place,
            `Phones do not know the function ${quoted(name)} and leave it out.`,
          );
        return found === null ? [] : [found];
      }),
  });
};

const capitalized = (text: string, tag: string): string =>
  text.replace(
    /\p{Letter}+/gu,
    (word) => word.slice(0, 1).toLocaleUpperCase(tag) + word.slice(1).toLocaleLowerCase(tag),
  );

/** Applies functions in their order. */
export const applied = (text: string, functions: readonly TextFunction[], tag: string): string =>
  functions.reduce((value, name) => {
    if (name === 'lowercase') return value.toLocaleLowerCase(tag);
    return name === 'uppercase' ? value.toLocaleUpperCase(tag) : capitalized(value, tag);
  }, text);
