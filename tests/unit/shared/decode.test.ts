import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compiled, decodeValue, isAbsent, parseJson } from '../../../shared/model/decode.ts';
import { deepJson, problemOf } from './bodies.ts';

describe('JSON text', () => {
  it.each(['0', 'null', '""', '[]', '{}', ' {"a": 1}\n'])('is read: %s', (text) => {
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
  });

  it.each(['', ' ', '{', '{"a":', '<!doctype html><title>x</title>', '{"a":1}}', "{'a':1}"])(
    'that is none is a problem, not an exception: %j',
    (text) => {
      expect(problemOf(parseJson(text))).toMatch(/JSON/);
    },
  );

  it('may be nested deeper than functions can call', () => {
    expect(parseJson(deepJson(10_000)).ok).toBe(true);
  });
});

describe('an absent value', () => {
  it.each([[null], [undefined], [{}]])('is %j', (value) => {
    expect(isAbsent(value)).toBe(true);
  });

  it.each([[0], [''], [false], [[]], [{ a: null }], ['x']])('is not %j', (value) => {
    expect(isAbsent(value)).toBe(false);
  });
});

describe('a compiled schema', () => {
  const schema = z.object({ id: z.string() });

  it('accepts and refuses what the schema does, in the same words', () => {
    const values = [{ id: 'a', more: 1 }, { id: 1 }, {}, [], null];
    expect(values.map((value) => decodeValue(compiled(schema), value))).toEqual(
      values.map((value) => decodeValue(schema, value)),
    );
  });

  it('is the schema itself where no code may be made out of text', () => {
    const before = z.config().jitless;
    z.config({ jitless: true });
    try {
      expect(compiled(schema)).toBe(schema);
    } finally {
      z.config({ jitless: before });
    }
    expect(compiled(schema)).not.toBe(schema);
  });
});
