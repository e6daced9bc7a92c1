import { mayHoldSecrets, secretShapes } from '../secret-shapes.ts';

/** Takes out of what is written into a report what is nobody else's to read. */
export interface Redactor {
  /** Of words and paths. */
  text(text: string): string;
  /** The JSON of a value, without anything secret in its texts and names. */
  json(value: unknown, indent?: number): string;
  /** Of JSON text as it came over HTTP: it is JSON afterwards, too. */
  wire(text: string): string;
}

export interface RedactorOptions {
  /** The person's home folder: its name is often theirs. */
  readonly home: string;
  /** Takes out the secrets that are known. */
  readonly withoutHidden: (text: string) => string;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** As it stands in paths and addresses; null: it is no name of anybody. */
const homeShape = (home: string): RegExp | null => {
  const bare = home.replace(/[/\\]+$/, '');
  if (bare.length < 3) return null;
  const slashed = bare.replaceAll('\\', '/');
  const forms = new Set([
    bare,
    bare.replaceAll('\\', String.raw`\\`),
    slashed,
    encodeURI(slashed),
    encodeURIComponent(bare),
  ]);
  return new RegExp(String.raw`(?:${[...forms].map(escaped).join('|')})(?![\w.-])`, 'gi');
};

/** Whether a path can begin behind these words: in the middle of another one it is not a home. */
const endsBefore = (words: string): boolean =>
  /(?:^|file:\/\/\/?|\\\?\\|[^\w.\-/\\])$/i.test(words);

const longestBefore = 8;

const withoutHome = (text: string, home: RegExp): string =>
  text.replaceAll(home, (found: string, at: number) =>
    endsBefore(text.slice(Math.max(0, at - longestBefore), at)) ? '~' : found,
  );

/**
 * Ids and keys that look alike stay apart: each secret becomes the same mark wherever it stands, and
 * another than every other.
 */
export const createRedactor = ({ home, withoutHidden }: RedactorOptions): Redactor => {
  const marks = new Map<string, string>();
  const homes = homeShape(home);

  const markFor = (secret: string): string => {
    const mark = marks.get(secret) ?? `[hidden ${String(marks.size + 1)}]`;
    marks.set(secret, mark);
    return mark;
  };

  /** A quote behind it stays escaped. */
  const hide = (found: string): string => {
    if (found.startsWith('[hidden')) return found;
    const [, secret = found, rest = ''] = /^(.*?)(\\*)$/s.exec(found) ?? [];
    return `${markFor(secret)}${rest}`;
  };

  const wire = (text: string): string => {
    const unknown = withoutHidden(text);
    return mayHoldSecrets(unknown)
      ? secretShapes.reduce((rest, shape) => rest.replaceAll(shape, hide), unknown)
      : unknown;
  };

  const text = (words: string): string => {
    const open = wire(words);
    return homes === null ? open : withoutHome(open, homes);
  };

  const member = (_: string, value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [text(name), each]));
  };

  return Object.freeze({
    text,
    json: (value: unknown, indent?: number) => JSON.stringify(value, member, indent),
    wire,
  });
};
