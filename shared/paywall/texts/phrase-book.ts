import { objectOf } from '../wire/json.ts';
import { escapeText, linkTarget } from './escape.ts';
import type { Piece } from './template.ts';
import { type TextFunction, applied } from './variables/names.ts';

type Values = ReadonlyMap<string, string>;

/** What of the texts is another for each package, under names that the renderer looks up. */
export interface PhraseBook {
  /** The name of a product's variable in this form; null: there are too many to have one. */
  readonly product: (name: string, functions: readonly TextFunction[]) => string | null;
  /** The name of a link's target in which variables stand. */
  readonly target: (parts: readonly Piece[]) => string;
  /** What the variable of this name says with these values. */
  readonly said: (key: string, values: Values) => string;
  /** A text tells a period, an offer or a saving, which takes words. */
  readonly needsWords: () => boolean;
  /** All that the renderer looks up for a package with these values. */
  readonly variablesOf: (values: Values) => Readonly<Record<string, string>>;
}

/** The most forms of variables, and the most links with variables: each package has its own. */
const mostPhrases = 200;

export const phraseBook = (tag: string): PhraseBook => {
  const phrases = new Map<string, (values: Values) => string>();
  const targets = new Map<string, { readonly key: string; readonly parts: readonly Piece[] }>();

  const said = (key: string, values: Values): string => phrases.get(key)?.(values) ?? '';

  const linked = (parts: readonly Piece[], values: Values): string =>
    linkTarget(
      parts.map((part) => (part.kind === 'text' ? part.text : said(part.key, values))).join(''),
    ) ?? '';

  return Object.freeze<PhraseBook>({
    said,
    product: (name, functions) => {
      const key = [name, ...functions].join('.');
      if (phrases.size >= mostPhrases && !phrases.has(key)) return null;
      phrases.set(key, (values) => applied(values.get(name) ?? '', functions, tag));
      return key;
    },
    target: (parts) => {
      const kept = targets.size < mostPhrases ? parts : [];
      const template = JSON.stringify(kept);
      const known = targets.get(template) ?? { key: `link.${targets.size + 1}`, parts: kept };
      targets.set(template, known);
      return known.key;
    },
    needsWords: () => [...phrases.keys()].some((key) => /period|offer|discount/.test(key)),
    variablesOf: (values) =>
      objectOf([
        ...[...values].map(([name, value]) => [name, escapeText(value)] as const),
        ...[...phrases.keys()].map((key) => [key, escapeText(said(key, values))] as const),
        ...[...targets.values()].map(({ key, parts }) => [key, linked(parts, values)] as const),
      ]),
  });
};
