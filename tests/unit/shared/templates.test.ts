import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { type AssetKind, collectAssets } from '../../../shared/model/assets.ts';
import { type Offering, decodeOfferings, legacyIds } from '../../../shared/model/offerings.ts';
import { areTemplatesThere, templatesFile } from '../../helpers/paywall-templates.ts';
import { valueOf, workflowOf } from './bodies.ts';

const read = () => valueOf(decodeOfferings(readFileSync(templatesFile, 'utf8')));

const asWorkflow = ({ identifier, paywall_components }: Offering) =>
  workflowOf({ screens: { [identifier]: paywall_components } });

const collected = (offering: Offering, kind: AssetKind): readonly string[] =>
  collectAssets(asWorkflow(offering))
    .filter((asset) => asset.kind === kind)
    .map(({ url }) => url)
    .toSorted();

/** What the expression captures in the JSON text of a value, sorted and each once. */
const captured = (value: unknown, expression: RegExp): readonly string[] =>
  [
    ...new Set(Array.from(JSON.stringify(value).matchAll(expression), ([, first]) => first ?? '')),
  ].toSorted();

describe('the real paywall templates', () => {
  beforeEach((context) => {
    context.skip(!areTemplatesThere, `there are no templates at ${templatesFile}`);
  });

  it('decode as one offerings response, with nothing lost', () => {
    const response = read();
    expect(response).toStrictEqual(JSON.parse(readFileSync(templatesFile, 'utf8')));
    expect(response.offerings.length).toBeGreaterThan(10);
    expect(legacyIds(response)).toEqual(new Set());
  });

  it('have paywalls that decode as screens of a workflow', () => {
    for (const offering of read().offerings)
      expect(Object.keys(asWorkflow(offering).screens)).toEqual([offering.identifier]);
  });

  it('have as many images as a search of their text finds', () => {
    const { offerings } = read();
    const inText = offerings.map((offering) => captured(offering, /"webp":"(https?:[^"]+)"/g));
    expect(offerings.map((offering) => collected(offering, 'image'))).toEqual(inText);
    expect(inText.flat().length).toBeGreaterThan(20);
  });

  it('have as many icons as a search of their text finds', () => {
    const { offerings } = read();
    const [base, ...otherBases] = captured(offerings, /"base_url":"([^"]+)"/g);
    expect(otherBases).toEqual([]);
    const inText = offerings.map((offering) =>
      captured(offering, /"webp":"([^":]+)"/g).map((name) => `${base ?? ''}/${name}`),
    );
    expect(offerings.map((offering) => collected(offering, 'icon'))).toEqual(inText);
    expect(inText.flat().length).toBeGreaterThan(20);
  });
});
