import { describe, expect, it } from 'vitest';
import { isAbsent, parseJson } from '../../../shared/model/decode.ts';
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
