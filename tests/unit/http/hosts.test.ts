import { describe, expect, it } from 'vitest';
import { addressBelow, addressOf, allowedUrl, isOnThisMachine } from '../../../main/http/hosts.ts';

describe('where the engine may go', () => {
  it.each([
    'https://api.revenuecat.com',
    'http://127.0.0.1:8080/x',
    'http://127.9.9.9/x',
    'http://2130706433/x',
    'http://[::1]:80/',
    'http://localhost:3000',
  ])('goes to %s', (url) => {
    expect(allowedUrl(url)).not.toBeNull();
  });

  it.each([
    'http://api.revenuecat.com',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'http://[::2]/',
    'http://0.0.0.0/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'data:,x',
    '//cdn/x',
    'not a url',
    '',
  ])('does not go to %j', (url) => {
    expect(allowedUrl(url)).toBeNull();
  });

  it.each([
    ['https://localhost:1', true],
    ['https://127.1', true],
    ['https://0.0.0.0', true],
    ['https://0', true],
    ['https://[::]', true],
    ['https://[::1]', true],
    ['https://[::ffff:127.0.0.1]', true],
    ['https://[::ffff:0.0.0.0]', true],
    ['https://localhost.', true],
    ['https://db.localhost', true],
    ['https://api.revenuecat.com', false],
    ['https://localhost.example.com', false],
    ['https://[::ffff:8.8.8.8]', false],
    ['https://128.0.0.1', false],
    ['no address', false],
  ])('knows whether %s leads to this machine: %s', (origin, isHere) => {
    expect(isOnThisMachine(origin)).toBe(isHere);
  });

  it('puts a path below a base without resolving the dots in it', () => {
    expect(addressBelow('https://proxy.test/rc/', '/v1/subscribers/../offerings')).toEqual({
      origin: 'https://proxy.test',
      path: '/rc/v1/subscribers/../offerings',
    });
  });

  it('leaves the fragment of a file out', () => {
    expect(addressOf('https://cdn.test/a/b.json?v=1#x')).toEqual({
      origin: 'https://cdn.test',
      path: '/a/b.json?v=1',
    });
  });
});
