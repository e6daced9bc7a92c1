import { describe, expect, it } from 'vitest';
import { isLeftover, keyOf, keyOfFileName } from '../../../main/store/names.ts';
import { createHeaders, createNeededFiles } from '../../../main/store/needed-files.ts';
import { describeProblem, systemCode } from '../../../main/store/problem.ts';
import { createUses } from '../../../main/store/uses.ts';

describe('the order of use', () => {
  const use = (key: string, usedAtMs: number, sizeBytes = 1) => ({ key, usedAtMs, sizeBytes });

  it('is that of the times when it is loaded, and of the calls from then on', () => {
    const uses = createUses();
    uses.load([use('c', 30), use('a', 10), use('b', 20)]);
    uses.add(use('a', 0));
    expect([uses.oldest(), uses.count(), uses.newestMs()]).toEqual(['b', 3, 31]);
    uses.drop('b');
    expect([uses.oldest(), uses.count()]).toEqual(['c', 2]);
  });

  it('gives the newest a time later than all others, though the clock went back', () => {
    const uses = createUses();
    uses.load([use('a', 1000.4)]);
    uses.add(use('b', 5));
    expect(uses.newestMs()).toBe(1002);
    uses.add(use('c', 2000));
    expect(uses.newestMs()).toBe(2000);
  });

  it('counts the bytes of each once', () => {
    const uses = createUses();
    uses.add(use('a', 1, 10));
    uses.add(use('b', 2, 20));
    uses.add(use('a', 3, 5));
    uses.drop('nobody');
    expect(uses.totalBytes()).toBe(25);
    for (const key of ['a', 'b']) uses.drop(key);
    expect([uses.totalBytes(), uses.oldest()]).toEqual([0, null]);
  });
});

describe('the files that are needed', () => {
  it('are counted over folders, and a key in two of them is two envelopes', () => {
    const needed = createNeededFiles();
    const [prefetched, onDemand] = [createHeaders(needed), createHeaders(needed)];
    onDemand.learn('k', { id: 'wf', needs: ['image', 'old'] });
    prefetched.learn('k', { id: 'wf', needs: ['image', 'new'] });
    onDemand.forget('k');
    expect([...needed.files]).toEqual(['image', 'new']);
    expect([prefetched.idOf('k'), onDemand.idOf('k')]).toEqual(['wf', null]);
  });

  it('are unknown until somebody has looked', () => {
    const headers = createHeaders(createNeededFiles());
    headers.expect('k');
    headers.expect('l');
    headers.learn('k', { id: 'wf', needs: [] });
    headers.forget('l');
    headers.expect('m');
    expect(headers.unknown()).toEqual(['m']);
  });
});

describe('names', () => {
  it('of envelopes are hashes, and other files are none', () => {
    const key = keyOf('../../etc/passwd');
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOfFileName(`${key}.json`)).toBe(key);
    for (const name of [key, `${key}.next`, `x${key}.json`, '..', 'list.json']) {
      expect(keyOfFileName(name)).toBeNull();
    }
  });

  it.each(['staged.next', 'probe.next', 'staged.next.tmp-1763660000abcdef', 'list.next'])(
    '%s is what a killed write leaves',
    (name) => expect(isLeftover(name)).toBe(true),
  );

  it.each(['list.json', 'offerings.json', `${keyOf('a')}.json`, 'next'])(
    '%s is not what a killed write leaves',
    (name) => expect(isLeftover(name)).toBe(false),
  );
});

describe('problems', () => {
  const refused = Object.assign(new Error("EACCES: permission denied, open '/home/ana/x'"), {
    code: 'EACCES',
    errno: -13,
  });

  it('do not name a path', (context) => {
    context.skip(process.platform === 'win32', 'Windows has other numbers for them');
    expect([systemCode(refused), describeProblem(refused)]).toEqual([
      'EACCES',
      'the system does not allow it',
    ]);
  });

  it('of Node itself are no refusals', () => {
    const tooLong = Object.assign(new Error('too long'), { code: 'ERR_STRING_TOO_LONG' });
    expect([systemCode(tooLong), describeProblem(tooLong)]).toEqual([null, 'too long']);
    expect([systemCode('x'), describeProblem('x')]).toEqual([null, 'x']);
  });
});
