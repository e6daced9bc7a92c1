import { z } from 'zod';
import { type Decoded, decodeValue, parseJson } from '../../shared/model/decode.ts';
import { appUserId } from '../../shared/model/ids.ts';
import type {
  DocumentToWrite,
  EnvelopeKey,
  EnvelopeToWrite,
  FileName,
  StoredDocument,
  StoredEnvelope,
} from './disk.ts';
import { keyOf } from './names.ts';

const schema = 1;

/** Every version begins a document so, and counts its schema up: older ones leave it alone. */
const beginning = /^\{"schema":(\d{1,9}),/;

/** So many bytes of a file tell which version wrote it. */
export const beginningBytes = 32;

/** Whether a document that begins so was written by a newer version of the app. */
export const isNewer = (text: string): boolean => Number(beginning.exec(text)?.[1] ?? 0) > schema;

const userSchema = z.string().transform(appUserId);

const headerFields = { user: userSchema, storedAt: z.number(), hash: z.string() };

const headerSchemaOf = (kind: 'offerings' | 'list') =>
  z.object({ schema: z.literal(schema), kind: z.literal(kind), ...headerFields });

const headerSchemas = { offerings: headerSchemaOf('offerings'), list: headerSchemaOf('list') };

const envelopeHeaderSchema = z.object({
  schema: z.literal(schema),
  kind: z.literal('envelope'),
  id: z.string(),
  ...headerFields,
  needs: z.array(z.string()),
});

/** What is known of a persisted envelope without its body. */
export interface EnvelopeHeader {
  readonly id: string;
  readonly needs: readonly FileName[];
}

/** Reads a document's text, and knows what belongs into that file. */
export type Decode<T> = (text: string) => Decoded<T>;

// Every quote inside a string is preceded by a backslash, so this is never part of the header.
const bodyMark = ',"body":';

/** The header is ours; the response's text stays as it came, so that its numbers keep their digits. */
const serialize = (header: object, text: string): string => {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return `${JSON.stringify(header).slice(0, -1)}${bodyMark}${body}}`;
};

/** The text of the file that holds the offerings or the list. */
export const documentText = (kind: 'offerings' | 'list', document: DocumentToWrite): string => {
  const { user, storedAt, hash, text } = document;
  return serialize({ schema, kind, user, storedAt, hash }, text);
};

/** The text of the file that holds one envelope. */
export const envelopeText = (envelope: EnvelopeToWrite): string => {
  const { id, user, storedAt, hash, needs, text } = envelope;
  return serialize({ schema, kind: 'envelope', id, user, storedAt, hash, needs }, text);
};

interface Parts<Header> {
  readonly header: Header;
  readonly bodyText: string;
}

const damaged = (problem: string): { readonly ok: false; readonly problem: string } => ({
  ok: false,
  problem,
});

/**
 * Header and body are parsed apart, and the header must be as it was written: a key that comes twice
 * or behind the body cannot change whose document it is.
 */
const split = <Header>(headerSchema: z.ZodType<Header>, text: string): Decoded<Parts<Header>> => {
  if (text === '') return damaged('it is empty');
  const end = text.indexOf(bodyMark);
  if (end === -1 || !text.endsWith('}')) return damaged('it is no document, or cut');
  const headerText = `${text.slice(0, end)}}`;
  const parsed = parseJson(headerText);
  if (!parsed.ok) return damaged('its header is not JSON');
  const header = decodeValue(headerSchema, parsed.value);
  if (!header.ok) return damaged(`its header is wrong: ${header.problem}`);
  if (JSON.stringify(header.value) !== headerText) return damaged('its header was changed');
  return {
    ok: true,
    value: { header: header.value, bodyText: text.slice(end + bodyMark.length, -1) },
  };
};

const decodeBody = (bodyText: string): Decoded<unknown> => {
  const body = parseJson(bodyText);
  return body.ok ? body : damaged('its body is not JSON');
};

/** Reads what `documentText` wrote. */
export const decodeDocument =
  (kind: 'offerings' | 'list'): Decode<StoredDocument> =>
  (text) => {
    const parts = split(headerSchemas[kind], text);
    if (!parts.ok) return parts;
    const body = decodeBody(parts.value.bodyText);
    if (!body.ok) return body;
    const { user, storedAt, hash } = parts.value.header;
    return { ok: true, value: { user, storedAt, hash, body: body.value } };
  };

const splitEnvelope = (
  key: EnvelopeKey,
  text: string,
): Decoded<Parts<z.infer<typeof envelopeHeaderSchema>>> => {
  const parts = split(envelopeHeaderSchema, text);
  if (parts.ok && keyOf(parts.value.header.id) !== key) return damaged('its id is another one');
  return parts;
};

/** Reads what `envelopeText` wrote into the file of that key. */
export const decodeEnvelopeFile =
  (key: EnvelopeKey): Decode<StoredEnvelope & EnvelopeHeader> =>
  (fileText) => {
    const parts = splitEnvelope(key, fileText);
    if (!parts.ok) return parts;
    const { bodyText: text } = parts.value;
    const body = decodeBody(text);
    if (!body.ok) return body;
    const { id, user, storedAt, hash, needs } = parts.value.header;
    return { ok: true, value: { id, user, storedAt, hash, needs, body: body.value, text } };
  };

/** As `decodeEnvelopeFile`, without looking at the body. */
export const decodeEnvelopeHeader =
  (key: EnvelopeKey): Decode<EnvelopeHeader> =>
  (text) => {
    const parts = splitEnvelope(key, text);
    if (!parts.ok) return parts;
    const { id, needs } = parts.value.header;
    return { ok: true, value: { id, needs } };
  };
