import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import {
  decodeDocument,
  decodeEnvelopeFile,
  decodeEnvelopeHeader,
  documentText,
  envelopeText,
} from '../../../main/store/document.ts';
import { keyOf } from '../../../main/store/names.ts';

const envelope = {
  id: 'wf_a',
  user: appUserId('ana'),
  storedAt: 1_700_000_000_000,
  hash: 'cafe',
  needs: ['body', 'image'],
  keep: 'prefetched',
  text: '{ "action": "inline", "data": {"id": "wf_a", "price": 1.10} }',
} as const;

const { id, user, storedAt, hash, needs, text } = envelope;

describe('the text of a document', () => {
  it('W-12 is a header of ours and the response as it came', () => {
    expect(envelopeText(envelope)).toBe(
      '{"schema":1,"kind":"envelope","id":"wf_a","user":"ana","storedAt":1700000000000,' +
        `"hash":"cafe","needs":["body","image"],"body":${text}}`,
    );
  });

  it('W-06 is JSON, and reads back as what was written', () => {
    const written = envelopeText(envelope);
    expect(JSON.parse(written)).toMatchObject({ id, user, body: JSON.parse(text) });
    expect(decodeEnvelopeFile(keyOf(id))(written)).toEqual({
      ok: true,
      value: { id, user, storedAt, hash, needs, body: JSON.parse(text), text },
    });
  });

  it.each(['"', '\\', ',"body":', 'a,', '\\",\\"body\\":', '\u2028', '\ud800', '__proto__'])(
    'keeps a header apart from its body where %j is the id, the user, the hash and a file',
    (odd) => {
      const written = envelopeText({
        ...envelope,
        id: odd,
        user: appUserId(odd),
        hash: odd,
        needs: [odd, 'body', odd],
      });
      expect(decodeEnvelopeFile(keyOf(odd))(written)).toMatchObject({
        ok: true,
        value: { id: odd, user: odd, hash: odd, needs: [odd, 'body', odd] },
      });
    },
  );

  it('tells the id and the files that are needed without reading the body', () => {
    const written = envelopeText({ ...envelope, text: 'not JSON' });
    expect(decodeEnvelopeHeader(keyOf(id))(written)).toEqual({ ok: true, value: { id, needs } });
    expect(decodeEnvelopeFile(keyOf(id))(written)).toEqual({
      ok: false,
      problem: 'its body is not JSON',
    });
  });
});

describe('a text that is no document', () => {
  const list = documentText('list', { user, storedAt, hash, text: '{"workflows":[]}' });

  it.each([
    ['', 'it is empty'],
    ['{}', 'it is no document, or cut'],
    [list.slice(0, -1), 'its body is not JSON'],
    [list.slice(0, -20), 'it is no document, or cut'],
    [list.replace('{"schema"', '{"schema'), 'its header is not JSON'],
    [list.replace('"schema":1', '"schema": 1'), 'its header was changed'],
    [list.replace('{', '{"user":"ben",'), 'its header was changed'],
    [list.replace('"hash"', '"extra":1,"hash"'), 'its header was changed'],
    [list.replace(':1,', ':2,'), 'its header is wrong: schema: Invalid input: expected 1'],
  ])('%j has a problem: %s', (damaged, problem) => {
    expect(decodeDocument('list')(damaged)).toEqual({ ok: false, problem });
  });

  it('has a problem where it is another kind of document', () => {
    expect(decodeDocument('offerings')(list).ok).toBe(false);
    expect(decodeEnvelopeFile(keyOf(id))(list).ok).toBe(false);
  });

  it('has a problem where it lies in the file of another id', () => {
    expect(decodeEnvelopeFile(keyOf('wf_b'))(envelopeText(envelope))).toEqual({
      ok: false,
      problem: 'its id is another one',
    });
  });
});
