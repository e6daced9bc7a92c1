/** What would be markup, or the renderer's own markdown for links and variables. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '[': '&#91;',
  ']': '&#93;',
  '(': '&#40;',
  '{': '&#123;',
};

/**
 * Text for the renderer, which writes it raw into the page. Links and variables of its own are lost
 * with this; bold, italic, struck and code stay.
 */
export const escapeText = (text: string): string =>
  text.replace(/[&<>"'[\](){]/g, (letter) => entities[letter] ?? letter);

/** One letter that has a meaning in markdown, as itself. */
export const escapeLetter = (letter: string): string => `&#${letter.charCodeAt(0)};`;

const isTarget = (target: string): boolean => /^(?:https?:\/\/[^/?#\s]|mailto:[^\s])/i.test(target);

/**
 * The target of a link, fit for an attribute without quotes whose letters have no meaning in
 * markdown; null where it leads elsewhere than to a page or an address.
 */
export const linkTarget = (target: string): string | null => {
  const trimmed = target.trim();
  return isTarget(trimmed)
    ? trimmed
        .replace(
          /[\u0000-\u0020"'<>()[\]{}\\^`|*~]/g,
          (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
        )
        .replaceAll('&', '&amp;')
    : null;
};
