import { expect, it } from 'vitest';
import { userName } from '../../../renderer/state/user-name.ts';

it.each([
  ['ana', 'ana'],
  ['', 'Nobody'],
  ['$RCAnonymousID:73bf42d0420a949359ab9bfeb56097ce', 'Anonymous 97ce'],
])('the user %j is called %s', (user, name) => {
  expect(userName(user)).toBe(name);
});
