/** Every letter still readable, and plainly none that somebody wrote. */
const accents: ReadonlyMap<string, string> = new Map(
  [
    'aå bƀ cç dð eé fƒ gĝ hĥ iî jĵ kķ lļ mɱ nñ oö pþ qǫ rŕ sš tţ uû vṽ wŵ xẋ yý zž',
    'AÅ BƁ CÇ DÐ EÉ FƑ GĜ HĤ IÎ JĴ KĶ LĻ MṀ NÑ OÖ PÞ QǪ RŔ SŠ TŢ UÛ VṼ WŴ XẊ YÝ ZŽ',
  ]
    .flatMap((pairs) => pairs.split(' '))
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

const accented = (text: string): string =>
  text.replace(/[a-zA-Z]/g, (letter) => accents.get(letter) ?? letter);

/** What is not for readers: variables, the targets of links, bare addresses, entities, escapes. */
const untouched =
  /\{\{[^{}\n]*\}\}|\]\((?:[^()\n]|\([^()\n]*\))*\)|https?:\/\/[^\s<>()[\]]+|&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z]\w*);|\\[!-/:-@[-`{-~]/g;

/** How much longer than English other languages get. */
const growth = 0.35;

/** Words, so that the text breaks into lines as another language would. */
const filler = 'one two three four five six seven eight nine ten '.repeat(3);

const fillerFor = (letters: number): string => {
  const length = Math.round(letters * growth);
  const repeated = filler.repeat(Math.ceil(length / filler.length));
  return repeated.slice(0, length).trimEnd();
};

/**
 * The text in a language that nobody speaks: accented, longer and in brackets, so that what is cut
 * off or was never translated can be seen. What has no letters is left as it is.
 */
export const pseudoText = (text: string): string => {
  const kept = [...text.matchAll(untouched)];
  const plain = text.replace(untouched, '');
  const letters = plain.match(/\p{Letter}/gu)?.length ?? 0;
  if (letters === 0) return text;
  let from = 0;
  const pieces: string[] = [];
  for (const match of kept) {
    pieces.push(accented(text.slice(from, match.index)), match[0]);
    from = match.index + match[0].length;
  }
  pieces.push(accented(text.slice(from)));
  const more = fillerFor(letters);
  return `[${pieces.join('')}${more === '' ? '' : ` ${accented(more)}`}]`;
};
