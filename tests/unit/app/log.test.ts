import {
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { logName, openLog } from '../../../main/app/log.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

const openTestLog = () => {
  const folder = path.join(temporaryFolder(), 'logs');
  const log = openLog(folder, () => Date.UTC(2026, 5, 15, 12));
  return { folder, log, text: () => readFileSync(path.join(folder, logName), 'utf8') };
};

describe('the log', () => {
  it('has a line for each message, with its time and where it comes from', () => {
    const { log, text } = openTestLog();
    log.write('window', 'It broke.\nHere.');
    expect(text()).toBe('2026-06-15T12:00:00.000Z window: It broke.\n    Here.\n');
  });

  it.each([
    ['a public key', 'key appl_AbCdEfGhIjKl in use', 'key [hidden] in use'],
    ['a secret key', 'sk_AbCdEfGhIjKl', '[hidden]'],
    ['what authorizes', 'authorization: Bearer abc.def', 'authorization: Bearer [hidden]'],
    ['a token in an address', 'http://x/?token=abc&y=1', 'http://x/?token=[hidden]&y=1'],
    [
      'the token of a window',
      'at http://127.0.0.1:1/#token=a-b_c',
      'at http://127.0.0.1:1/#token=[hidden]',
    ],
    ['what opens a socket', `tried token.${'a-_'.repeat(14)}b`, 'tried token.[hidden]'],
    [
      'half of what stands at its end',
      `${'x'.repeat(19_990)} sk_${'a'.repeat(40)}`,
      `${'x'.repeat(19_990)} [hidden]`,
    ],
  ])('never holds %s', (_, message, seen) => {
    const { log, text } = openTestLog();
    log.write('call', message);
    expect(text()).toContain(`call: ${seen}\n`);
  });

  it('never holds what it was told to hide', () => {
    const { log, text } = openTestLog();
    log.hide('my password');
    log.write('call', 'with my password twice: my password');
    expect(text()).toContain('with [hidden] twice: [hidden]');
  });

  it('keeps what was reported in its own lines, and steers no terminal', () => {
    const { log, text } = openTestLog();
    log.write('window', 'a\r2026 call: b\u2028c\u001b[2J\u0000\u202e\td');
    expect(text()).toBe(
      '2026-06-15T12:00:00.000Z window: a\\u000d2026 call: b\\u2028c\\u001b[2J\\u0000\\u202e\td\n',
    );
  });

  it('does not write through a link in its place', (context) => {
    context.skip(process.platform === 'win32', 'Windows lets few people make links.');
    const { folder, log } = openTestLog();
    const elsewhere = path.join(temporaryFolder(), 'elsewhere');
    writeFileSync(elsewhere, 'mine', { mode: 0o644 });
    mkdirSync(folder);
    symlinkSync(elsewhere, path.join(folder, logName));
    log.write('window', 'It broke.');
    expect([readFileSync(elsewhere, 'utf8'), statSync(elsewhere).mode & 0o777]).toEqual([
      'mine',
      0o644,
    ]);
  });

  it('is for nobody else on the machine, and does not grow for ever', (context) => {
    context.skip(process.platform === 'win32', 'Windows has no such permissions.');
    const { folder, log } = openTestLog();
    log.write('app', 'first');
    expect(statSync(path.join(folder, logName)).mode & 0o777).toBe(0o600);
    writeFileSync(path.join(folder, logName), 'x'.repeat(1_000_001));
    log.write('app', 'second');
    expect(readdirSync(folder).toSorted()).toEqual([logName, `${logName}.1`]);
  });

  it('does not stop the app where it cannot be written', () => {
    const folder = path.join(temporaryFolder(), 'a-file');
    writeFileSync(folder, '');
    expect(() => {
      openLog(folder, () => 0).write('app', 'lost');
    }).not.toThrow();
  });
});
