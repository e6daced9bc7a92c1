import { expect, it } from 'vitest';
import { createRedactor } from '../../../../main/app/report/redact.ts';

const key = 'appl_CanaryCanaryCanary12';
const plain = { home: '/home/ana', withoutHidden: (text: string) => text };

const redactorFor = (home: string) => createRedactor({ ...plain, home });

it('takes keys, headers, tokens and passwords out of whatever they stand in', () => {
  const { text } = createRedactor(plain);
  expect(
    [
      key,
      `Authorization: Bearer ${key}`,
      'authorization: Basic c2VjcmV0OnNlY3JldA==',
      `{"Authorization":"${key}"}`,
      'https://files.test/a.png?width=3&token=canary-1&x=1',
      'https://files.test/a.png?X-Amz-Signature=canary-2',
      'https://ana:canary-3@files.test/a.png',
    ].map((words) => text(words).replaceAll(/\[hidden \d+\]/g, '*')),
  ).toEqual([
    '*',
    'Authorization: Bearer *',
    'authorization: Basic *',
    '{"Authorization":"*"}',
    'https://files.test/a.png?width=3&token=*&x=1',
    'https://files.test/a.png?X-Amz-Signature=*',
    'https://*@files.test/a.png',
  ]);
});

it('has the same mark for the same secret, and another for another, so that ids stay apart', () => {
  const { text, json } = createRedactor(plain);
  expect(text('test_offering1 and test_offering2')).toBe('[hidden 1] and [hidden 2]');
  expect(json({ test_offering2: 'test_offering1' })).toBe('{"[hidden 2]":"[hidden 1]"}');
});

it('takes out what was hidden by hand, in names and texts of any depth', () => {
  const { json } = createRedactor({
    ...plain,
    withoutHidden: (text) => text.replaceAll('swordfish', '[hidden]'),
  });
  expect(json({ a: [{ swordfish: 'the swordfish swims' }, 1, null, true] })).toBe(
    '{"a":[{"[hidden]":"the [hidden] swims"},1,null,true]}',
  );
});

it('leaves JSON that came over HTTP as JSON, wherever a secret ends in it', () => {
  const { wire } = createRedactor(plain);
  const body = JSON.stringify({ html: `<a href="https://a.test/?key=canary">"Bearer canary"</a>` });
  const redacted = wire(body);
  expect(redacted).not.toContain('canary');
  expect(JSON.parse(redacted)).toEqual({
    html: `<a href="https://a.test/?key=[hidden 1]">"Bearer [hidden 1]"</a>`,
  });
});

it('finds them in addresses as JSON and HTML write them, and by more names than token', () => {
  const { wire } = createRedactor(plain);
  const addresses = [
    'https:\\/\\/ana:canary-1@files.test\\/a.png?w=1\\u0026token=canary-2\\u0026x=1',
    'https://files.test/a.png?w=1&amp;apikey=canary-3&amp;x=1',
    'https://files.test/a.png?sv=1&sig=canary-4&password=canary-5',
    'https://files.test/a.png?X-Amz-Credential=canary-6&auth=canary-7&jwt=canary-8&design=1',
  ];
  expect(addresses.map((each) => wire(each).replaceAll(/\[hidden \d+\]/g, '*'))).toEqual([
    'https:\\/\\/*@files.test\\/a.png?w=1\\u0026token=*\\u0026x=1',
    'https://files.test/a.png?w=1&amp;apikey=*&amp;x=1',
    'https://files.test/a.png?sv=1&sig=*&password=*',
    'https://files.test/a.png?X-Amz-Credential=*&auth=*&jwt=*&design=1',
  ]);
});

it('has the same mark for a secret in the text that came and in what was made of it', () => {
  const { wire, text } = createRedactor(plain);
  const body = '{"url":"https://a.test/b.png?w=1\\u0026token=canary\\u0026x=1"}';
  const { url } = JSON.parse(body) as { readonly url: string };
  expect(JSON.parse(wire(body))).toEqual({ url: text(url) });
});

it('has “~” for the home folder, and only for that', () => {
  const { text } = redactorFor('/home/ana');
  expect(text('/home/ana/a, "/home/ana", file:///home/ana/b, (/home/ana)')).toBe(
    '~/a, "~", file://~/b, (~)',
  );
  expect(text('/home/anabel, https://a.test/home/ana/b.png, /srv/home/ana')).toBe(
    '/home/anabel, https://a.test/home/ana/b.png, /srv/home/ana',
  );
});

it('knows a home of Windows in each way in which it is written', () => {
  const { text, json } = redactorFor('C:\\Users\\Ana B');
  expect(text('c:\\users\\ana b\\x C:/Users/Ana B/x file:///C:/Users/Ana%20B/x')).toBe(
    '~\\x ~/x file:///~/x',
  );
  expect(json({ folder: 'C:\\Users\\Ana B\\AppData' })).toBe('{"folder":"~\\\\AppData"}');
});

it('knows a home of Windows with its slashes written twice, at the front of long paths, and in addresses', () => {
  const { text } = redactorFor('C:\\Users\\Ana');
  expect(
    text('"C:\\\\Users\\\\Ana\\\\x" \\\\?\\C:\\Users\\Ana\\x ?at=C%3A%5CUsers%5CAna%5Cx'),
  ).toBe('"~\\\\x" \\\\?\\~\\x ?at=~%5Cx');
});

it('finds a home after the end of a line', () => {
  expect(redactorFor('/root').text('failed:\n/root/x /rootfs')).toBe('failed:\n~/x /rootfs');
});
