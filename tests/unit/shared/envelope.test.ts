import { describe, expect, it } from 'vitest';
import { decodeEnvelope, decodeEnvelopeValue } from '../../../shared/model/envelope.ts';
import { decodeWorkflowValue } from '../../../shared/model/workflow.ts';
import { deepJson, wireScreen, wireStep, wireWorkflow } from './bodies.ts';

const failure = (text: string): string | null => {
  const decoded = decodeEnvelope(text);
  return decoded.ok ? null : `${decoded.error.code}: ${decoded.error.problem}`;
};

const url = 'https://cdn.acme.test/wf_a.json';
const hash = '9f2c5a'.padEnd(64, '0');

describe('an envelope', () => {
  it('carries the workflow of an inline answer untouched', () => {
    const data = wireWorkflow({ unknown: [1, { two: null }] });
    expect(decodeEnvelopeValue({ action: 'inline', data })).toStrictEqual({
      ok: true,
      value: { action: 'inline', data, enrolledVariants: null },
    });
  });

  it('carries address and hash of a body on the CDN', () => {
    const wire = { action: 'use_cdn', url, hash, enrolled_variants: { exp_1: 'b' }, more: 1 };
    expect(decodeEnvelopeValue(wire)).toStrictEqual({
      ok: true,
      value: { action: 'use_cdn', url, hash, enrolledVariants: { exp_1: 'b' } },
    });
  });

  it.each([[{}], [{ hash: null }], [{ hash: '' }]])('has no hash to check with %j', (fields) => {
    expect(decodeEnvelopeValue({ action: 'use_cdn', url, ...fields })).toMatchObject({
      value: { hash: null },
    });
  });

  it.each([[{}], [{ enrolled_variants: null }], [{ enrolled_variants: {} }]])(
    'is read with no variants: %j',
    (fields) => {
      const decoded = decodeEnvelopeValue({ action: 'use_cdn', url, ...fields });
      expect(decoded.ok && (decoded.value.enrolledVariants ?? {})).toEqual({});
    },
  );

  it.each([
    ['inline, with variants', { action: 'inline', enrolled_variants: { exp_1: 'b', exp_2: 'a' } }],
    ['inline, without variants', { action: 'inline' }],
    ['inline, with null for variants', { action: 'inline', enrolled_variants: null }],
    ['on the CDN, with variants', { action: 'use_cdn', url, hash, enrolled_variants: { e: 'v' } }],
    ['on the CDN, without hash', { action: 'use_cdn', url }],
  ])('W-06 comes back equal from JSON text: %s', (_, fields) => {
    const wire = { data: wireWorkflow({ steps: { st_a: wireStep() } }), ...fields };
    const decoded = decodeEnvelope(JSON.stringify(wire));
    expect(decoded.ok).toBe(true);
    expect(decodeEnvelope(JSON.stringify(JSON.parse(JSON.stringify(wire))))).toStrictEqual(decoded);
    expect(JSON.parse(JSON.stringify(decoded))).toStrictEqual(decoded);
  });

  it.each([
    '0.1',
    '0.30000000000000004',
    '3.141592653589793',
    '1e-7',
    '5e-324',
    '2.2250738585072014e-308',
    '1.7976931348623157e+308',
    '-123456789.12345679',
  ])('W-12 keeps %s as it is, from the body to the screen and back into text', (number) => {
    const config = `{"base":{"stack":{"spacing":${number}}}}`;
    const screen = JSON.stringify(wireScreen()).replace(
      '"components_config":{}',
      `"components_config":${config}`,
    );
    const data = JSON.stringify(wireWorkflow()).replace(
      '"screens":{}',
      `"screens":{"s":${screen}}`,
    );
    const envelope = decodeEnvelope(`{"action":"inline","data":${data}}`);
    if (!envelope.ok || envelope.value.action !== 'inline') throw new Error('not inline');
    expect(JSON.stringify(envelope.value.data)).toBe(data);

    const workflow = decodeWorkflowValue(envelope.value.data);
    if (!workflow.ok) throw new Error(workflow.problem);
    expect(JSON.stringify(workflow.value.screens['s']?.components_config)).toBe(config);
  });
});

describe('an answer that is no envelope', () => {
  it.each([
    ['', /^malformed: .*JSON/],
    ['<html></html>', /^malformed: .*JSON/],
    ['{"action":"inline","data":{', /^malformed: .*JSON/],
    ['[]', /^malformed: .*object/],
    ['null', /^malformed: .*object/],
    ['{"action":"use_cdn","url":"x","hash":7}', /^malformed: hash: /],
    [
      '{"action":"inline","data":{},"enrolled_variants":{"e":1}}',
      /^malformed: enrolled_variants\.e:/,
    ],
    ['{}', /^unknown-action: the action is absent$/],
    ['{"action":null,"data":{}}', /^unknown-action: the action is absent$/],
    ['{"action":"redirect"}', /^unknown-action: the action is "redirect"$/],
    ['{"action":"INLINE","data":{}}', /^unknown-action: the action is "INLINE"$/],
    ['{"action":{"a":1}}', /^unknown-action: the action is not text$/],
    ['{"action":"inline"}', /^missing-data: /],
    ['{"action":"inline","data":null}', /^missing-data: /],
    ['{"action":"inline","url":"https://x.test"}', /^missing-data: /],
    ['{"action":"use_cdn"}', /^missing-url: /],
    ['{"action":"use_cdn","url":null}', /^missing-url: /],
    ['{"action":"use_cdn","url":""}', /^missing-url: /],
    ['{"action":"use_cdn","url":{}}', /^missing-url: /],
    ['{"action":"use_cdn","data":{}}', /^missing-url: /],
  ])('says why with a code of its own: %s', (text, expected) => {
    expect(failure(text)).toMatch(expected);
  });

  it('is answered shortly, however large or deep its action is', () => {
    const answers = [
      failure(`{"action":${deepJson(10_000)}}`),
      failure(`{"action":"${hash}${hash}"}`),
    ];
    expect(answers.map((answer) => (answer ?? '').length < 120)).toEqual([true, true]);
  });

  it('is not one only because its data is nested deeply', () => {
    expect(failure(`{"action":"inline","data":${deepJson(10_000)}}`)).toBeNull();
  });
});
