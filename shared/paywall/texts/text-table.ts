import { escapeText } from './escape.ts';
import { type JsonObject, isObject, objectOf } from '../wire/json.ts';
import { languageTag } from './locale.ts';
import { type Spot, at } from '../wire/places.ts';
import { type ProblemLog, quoted } from '../problems.ts';
import { textOf } from '../wire/read.ts';
import { phraseBook } from './phrase-book.ts';
import { pseudoText } from './pseudo.ts';
import { type Piece, renderTemplate } from './template.ts';
import { type Names, type TextFunction, applied } from './variables/names.ts';
import { longestValue } from './variables/product.ts';

/** Where a text stands, as far as its variables depend on it. */
export interface TextScope {
  /** The package around it, else the selected one; null where there is none. */
  readonly packageId: string | null;
  /** The values that a countdown around it has for good; the others run on while it is shown. */
  readonly countdown: CountdownScope | null;
}

export interface CountdownScope {
  readonly id: string;
  readonly values: ReadonlyMap<string, string>;
}

/** Product variables with their values, for each package. */
export type Dictionaries = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface Texts {
  /** The name under which the renderer finds the text that the spot names. */
  readonly text: (lid: Spot, scope: TextScope) => string;
  /** As `text`, for an attribute: nothing escaped, every variable filled in. */
  readonly plain: (lid: Spot, scope: TextScope) => string;
  readonly url: (lid: Spot) => string | null;
  /** A text of our own. */
  readonly literal: (text: string) => string;
  /** A picture or a video that the locale has of its own; null where it has none. */
  readonly media: (lid: Spot) => Spot | null;
  readonly table: () => JsonObject;
  /** A text tells a period, an offer or a saving, which takes words. */
  readonly needsWords: () => boolean;
  readonly variables: () => Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface TextSources {
  readonly localization: Spot;
  readonly locale: string;
  readonly dictionaries: Dictionaries;
  readonly customVariable: (name: string) => string | number | boolean | undefined;
  readonly names: Names;
  /** Texts are shown in a language that nobody speaks. */
  readonly isPseudo: boolean;
}

/** Longer texts are cut: what the renderer does with them takes the square of their length. */
const longestText = 20_000;

/** How much of texts a screen may have, as written and as shown: many are shown more than once. */
const mostLetters = 2_000_000;

const literal = (text: string): Piece => ({ kind: 'text', text });

/** Reads texts into the table that the renderer looks them up in. */
export const textTable = (sources: TextSources, problems: ProblemLog): Texts => {
  const { localization, locale, dictionaries, customVariable, names, isPseudo } = sources;
  const tag = languageTag(locale);
  const table = new Map<string, string>();
  const phrases = phraseBook(tag);
  let lettersLeft = mostLetters;

  const put = (key: string, text: string): string => {
    lettersLeft -= text.length;
    table.set(key, text);
    return key;
  };

  const localized = (lid: Spot): string | null => {
    const name = textOf(lid);
    const value = name === null ? undefined : at(localization, name).value;
    if (typeof value === 'string') {
      lettersLeft -= Math.min(value.length, longestText);
      if (lettersLeft < 0) {
        problems.report('too-many', '', 'The screen has more text than is shown.');
        return null;
      }
      if (value.length > longestText)
        problems.report('too-many', lid.place, 'The text is too long and was cut.');
      return value.slice(0, longestText);
    }
    problems.report(
      'missing-text',
      lid.place,
      name === null
        ? 'There is no text here.'
        : `The text ${quoted(name)} is missing in ${locale}, and phones show nothing.`,
    );
    return null;
  };

  /** What people read, as opposed to an address. */
  const readable = (lid: Spot): string | null => {
    const template = localized(lid);
    return template === null || !isPseudo ? template : pseudoText(template);
  };

  const custom = (name: string, place: string): string => {
    const value = customVariable(name);
    if (value === undefined)
      problems.report(
        'unknown-variable',
        place,
        `The custom variable ${quoted(name)} has no value and no default.`,
      );
    return value === undefined ? '' : String(value).slice(0, longestValue);
  };

  const product = (
    name: string,
    functions: readonly TextFunction[],
    { packageId }: TextScope,
    place: string,
  ): Piece => {
    if (packageId !== null && dictionaries.get(packageId)?.get(name) === '')
      problems.report(
        'empty-variable',
        place,
        `${quoted(name)} has no value with the package ${quoted(packageId)}.`,
      );
    const key = phrases.product(name, functions);
    if (key !== null) return { kind: 'key', key };
    problems.report('too-many', '', 'The screen writes variables in more ways than are shown.');
    return literal('');
  };

  const countdown = (name: string, scope: TextScope, place: string): Piece => {
    if (scope.countdown !== null) {
      const value = scope.countdown.values.get(name);
      return value === undefined ? { kind: 'key', key: name } : literal(value);
    }
    problems.report('unknown-variable', place, `${quoted(name)} has a value only in a countdown.`);
    return literal('');
  };

  const piece = (inside: string, scope: TextScope, place: string): Piece => {
    const [name = '', ...functionNames] = inside.split('|').map((part) => part.trim());
    const functions = names.functions(functionNames, place);
    const reference = names.variable(name, place);
    switch (reference?.kind) {
      case undefined:
        return literal('');
      case 'custom':
        return literal(applied(custom(reference.name, place), functions, tag));
      case 'product':
        return product(reference.name, functions, scope, place);
      case 'countdown':
        return countdown(reference.name, scope, place);
    }
  };

  const rendered = (template: string, scope: TextScope, place: string): string =>
    renderTemplate(template, {
      variable: (inside) => piece(inside, scope, place),
      target: phrases.target,
      unsafeLink: (to) =>
        problems.report(
          'unsafe-link',
          place,
          `A link may lead only to a web page or a mail address, not to ${quoted(to)}.`,
        ),
    });

  const filled = (template: string, scope: TextScope, place: string): string =>
    template.replace(/\{\{([^{}\n]*)\}\}/g, (_, inside: string) => {
      const part = piece(inside, scope, place);
      if (part.kind === 'text') return part.text;
      return phrases.said(part.key, dictionaries.get(scope.packageId ?? '') ?? new Map());
    });

  return Object.freeze<Texts>({
    text: (lid, scope) => {
      const template = readable(lid);
      const key = `${scope.countdown?.id ?? 'text'}:${textOf(lid) ?? ''}`;
      // Where there is too much text, what was read before stays.
      if (template === null && table.has(key)) return key;
      return put(key, template === null ? '' : rendered(template, scope, lid.place));
    },
    plain: (lid, scope) => {
      const template = textOf(lid) === null ? '' : readable(lid);
      const key = `plain:${scope.packageId ?? ''}:${textOf(lid) ?? ''}`;
      return put(key, filled(template ?? '', scope, lid.place));
    },
    url: (lid) => {
      const url = localized(lid);
      return url === null || url === '' ? null : put(`url:${textOf(lid) ?? ''}`, url);
    },
    literal: (text) => put(`literal:${text}`, escapeText(text)),
    media: (lid) => {
      const found = at(localization, textOf(lid) ?? '');
      if (isObject(found.value)) return found;
      problems.report(
        'missing-image',
        lid.place,
        `The image ${quoted(lid.value)} is missing in ${locale}.`,
      );
      return null;
    },
    table: () => objectOf(table),
    needsWords: phrases.needsWords,
    variables: () =>
      objectOf([...dictionaries].map(([id, values]) => [id, phrases.variablesOf(values)] as const)),
  });
};
