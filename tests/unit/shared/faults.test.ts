import { describe, expect, it } from 'vitest';
import {
  type FaultKind,
  type FaultScope,
  type RequestScope,
  type Target,
  appliesTo,
  connectFaults,
  covers,
  faultScopes,
  isConnectFault,
  isFaultStatus,
  matches,
  requestScopes,
  socketFaults,
} from '../../../shared/faults.ts';

const target = (what: FaultScope, id?: string): Target =>
  id === undefined ? { what } : { what, id };

const said = ({ what, id }: Target): string => (id === undefined ? what : `${what} ${id}`);

describe('the target of a fault', () => {
  it.each<[FaultScope, readonly RequestScope[]]>([
    ['offerings', ['offerings']],
    ['list', ['list']],
    ['detail', ['detail']],
    ['cdn', ['cdn']],
    ['asset', ['asset']],
    ['backend', ['offerings', 'list', 'detail']],
    ['all', ['offerings', 'list', 'detail', 'cdn', 'asset']],
  ])('%s matches requests for %j', (what, expected) => {
    const matched = requestScopes.filter((scope) => matches({ what }, { scope, ids: ['wf_a'] }));
    expect(matched).toEqual(expected);
  });

  it.each<[Target, RequestScope, readonly string[], boolean]>([
    [target('detail', 'wf_a'), 'detail', ['wf_a'], true],
    [target('detail', 'wf_a'), 'detail', ['default', 'wf_a'], true],
    [target('detail', 'wf_a'), 'detail', ['wf_b'], false],
    [target('detail', 'wf_a'), 'detail', [], false],
    [target('detail', 'wf_a'), 'cdn', ['wf_a'], false],
    [target('backend', 'wf_a'), 'detail', ['wf_a'], true],
    [target('backend', 'wf_a'), 'list', [], false],
    [target('all', 'wf_a'), 'cdn', ['wf_a'], true],
    [target('all', ''), 'cdn', ['wf_a'], false],
    [target('list'), 'list', [], true],
  ])('%j matches a request for %s with the ids %j: %s', (...row) => {
    const [aim, scope, ids, expected] = row;
    expect(matches(aim, { scope, ids })).toBe(expected);
  });

  it.each<[Target, Target, boolean]>([
    [target('all'), target('all'), true],
    [target('all'), target('backend'), true],
    [target('all'), target('asset', 'x'), true],
    [target('backend'), target('list'), true],
    [target('backend'), target('cdn'), false],
    [target('backend'), target('all'), false],
    [target('list'), target('backend'), false],
    [target('detail'), target('detail', 'wf_a'), true],
    [target('detail', 'wf_a'), target('detail', 'wf_a'), true],
    [target('detail', 'wf_a'), target('detail', 'wf_b'), false],
    [target('detail', 'wf_a'), target('detail'), false],
    [target('all', 'wf_a'), target('detail', 'wf_a'), true],
    [target('detail', 'wf_a'), target('all', 'wf_a'), false],
  ])('%j covers %j: %s', (outer, inner, expected) => {
    expect(covers(outer, inner)).toBe(expected);
  });

  it('covers another exactly where it matches all that the other matches', () => {
    const targets = faultScopes.flatMap((what) => [
      target(what),
      target(what, 'a'),
      target(what, 'b'),
    ]);
    const subjects = requestScopes.flatMap((scope) =>
      [[], ['a'], ['b']].map((ids) => ({ scope, ids })),
    );
    const wrong = targets.flatMap((outer) =>
      targets
        .filter((inner) => {
          const isCovered = subjects.every(
            (subject) => !matches(inner, subject) || matches(outer, subject),
          );
          return covers(outer, inner) !== isCovered;
        })
        .map((inner) => `${said(outer)} > ${said(inner)}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the kind of a fault', () => {
  const kinds: readonly FaultKind[] = [...connectFaults, ...socketFaults, 404, 503];

  it('applies to every request, but a wrong hash only to what is announced with one', () => {
    const refused = kinds.flatMap((kind) =>
      requestScopes.filter((scope) => !appliesTo(kind, scope)).map((scope) => `${kind} ${scope}`),
    );
    expect(refused).toEqual(['wrong-hash offerings', 'wrong-hash list', 'wrong-hash detail']);
  });

  it('says where it happens', () => {
    expect(kinds.filter(isConnectFault)).toEqual(['offline', 'refused', 'dns']);
  });

  it.each([
    [400, true],
    [404, true],
    [599, true],
    [399, false],
    [600, false],
    [200, false],
    [404.5, false],
    [Number.NaN, false],
    ['404', false],
    [null, false],
  ])('is a status: %j → %s', (value, expected) => {
    expect(isFaultStatus(value)).toBe(expected);
  });
});
