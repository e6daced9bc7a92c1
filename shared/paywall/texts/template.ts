import { escapeLetter, escapeText, linkTarget } from './escape.ts';

/** What a variable turned out to be: text that is known now, or a name to look up when it is shown. */
export type Piece =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'key'; readonly key: string };

export interface TemplateRules {
  /** What `{{ … }}` stands for. */
  readonly variable: (inside: string) => Piece;
  /** A name for a link's target in which variables stand. */
  readonly target: (parts: readonly Piece[]) => string;
  readonly unsafeLink: (target: string) => void;
}

type Part = (inside: string) => string;

/** Replaces each `{{ … }}` on one line; by hand, as an expression would look again and again. */
const withVariables = (text: string, replace: Part): string => {
  const done: string[] = [];
  let from = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    const close = text.indexOf('}}', open + 2);
    if (close < 0) break;
    const inside = text.slice(open + 2, close);
    const isOneLine = !inside.includes('\n');
    done.push(text.slice(from, open), isOneLine ? replace(inside.trim()) : '{{');
    from = isOneLine ? close + 2 : open + 2;
  }
  return done.join('') + text.slice(from);
};

/** Private letters stand for what is put back at the end. */
const holdOpen = '\uE000';
const holdClose = '\uE001';
const held = /\uE000(\d+)\uE001/g;

const link = /\[([^[\]]*)\]\(((?:[^()\n]|\([^()\n]*\))*)\)/g;

interface Held {
  readonly shown: string;
  readonly piece: Piece;
}

/** A text as the renderer takes it: escaped, with names that it looks up where variables were. */
export const renderTemplate = (template: string, rules: TemplateRules): string => {
  const store: Held[] = [];
  const hold = (shown: string, piece: Piece): string => {
    store.push({ shown, piece });
    return `${holdOpen}${store.length - 1}${holdClose}`;
  };
  const heldAt = (index: string): Held | undefined => store[Number(index)];

  const piecesOf = (target: string): readonly Piece[] =>
    target.split(held).flatMap((part, index): readonly Piece[] => {
      const piece: Piece | undefined =
        index % 2 === 0 ? { kind: 'text', text: part } : heldAt(part)?.piece;
      return piece === undefined ? [] : [piece];
    });

  /** Null: no link may lead there. */
  const targetOf = (target: string): string | null => {
    const pieces = piecesOf(target);
    const start = pieces.findIndex(({ kind }) => kind === 'key');
    const known = pieces.slice(0, start < 0 ? undefined : start);
    const prefix = known.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
    const safe = linkTarget(prefix);
    if (safe === null) rules.unsafeLink(prefix);
    return safe === null || start < 0 ? safe : `{{ ${rules.target(pieces)} }}`;
  };

  const withLinks = (text: string): string =>
    text.replace(link, (_, label: string, target: string) => {
      const safe = targetOf(target);
      const oneLine = label.replace(/(?<!\\)\n/g, ' ');
      if (safe === null) return oneLine;
      const asLink = `[${escapeText(oneLine)}](${safe})`;
      return hold(asLink, { kind: 'text', text: label });
    });

  const restored = (text: string): string =>
    // What is held may hold more: a link has variables in its label.
    text.replace(held, (_, index: string) =>
      (heldAt(index)?.shown ?? '').replace(held, (__, inner: string) => heldAt(inner)?.shown ?? ''),
    );

  const filled = withVariables(template.replace(/[\uE000\uE001]/g, ''), (inside) => {
    const piece = rules.variable(inside);
    return piece.kind === 'text'
      ? piece.text.replace(/[\uE000\uE001]/g, '')
      : hold(`{{ ${piece.key} }}`, piece);
  });
  const unescaped = filled.replace(/\\([!-/:-@[-`{-~])/g, (_, letter: string) =>
    hold(escapeLetter(letter), { kind: 'text', text: letter }),
  );
  return restored(escapeText(withLinks(unescaped)));
};
