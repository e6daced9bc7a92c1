import { describe, expect, it } from 'vitest';
import {
  defaultLiveHost,
  hostMistake,
  isLocale,
  keyMistake,
} from '../../../shared/contract/live.ts';

describe('the address of a host', () => {
  it.each([
    [defaultLiveHost, null],
    ['https://proxy.acme.test/revenuecat/', null],
    ['https://proxy.acme.test:8443', null],
    ['HTTPS://PROXY.ACME.TEST', null],
    ['http://localhost:3000', null],
    ['http://127.0.0.1:3000', null],
    ['http://[::1]:3000', null],
    ['', 'no-address'],
    ['api.revenuecat.com', 'no-address'],
    ['https://', 'no-address'],
    ['https://a b.test', 'no-address'],
    ['https://h.test/a b', 'no-address'],
    ['http://api.revenuecat.com', 'not-https'],
    ['http://127.0.0.1.evil.test', 'not-https'],
    ['file://host/etc', 'not-https'],
    ['https://me:pw@api.revenuecat.com', 'has-secrets'],
    ['https://api.revenuecat.com@evil.test', 'has-secrets'],
    ['https://api.revenuecat.com?x=1', 'has-query'],
    ['https://api.revenuecat.com/#x', 'has-query'],
  ])('%s: %s', (text, mistake) => {
    expect(hostMistake(text)).toBe(mistake);
  });
});

describe('an API key', () => {
  it.each([
    ['appl_abc', null],
    ['goog_abc', null],
    ['rcb_abc', null],
    ['anything-old', null],
    ['', 'empty'],
    ['sk_abc', 'secret'],
    ['SK_abc', 'secret'],
    ['appl_a b', 'not-a-key'],
    ['appl_', 'not-a-key'],
    ['appl_a\nb', 'not-a-key'],
    ['appl_ä', 'not-a-key'],
    ['a'.repeat(501), 'not-a-key'],
  ])('%j: %s', (text, mistake) => {
    expect(keyMistake(text)).toBe(mistake);
  });
});

describe('a locale', () => {
  it.each([
    ['en', true],
    ['en_US', true],
    ['de-AT', true],
    ['zh_Hans_CN', true],
    ['', false],
    ['English', false],
    ['en_US\r\nX-Evil: 1', false],
  ])('%j: %s', (text, isOne) => {
    expect(isLocale(text)).toBe(isOne);
  });
});
