import { messages } from '../messages.ts';

const words = messages.user;

const isAnonymousId = (user: string): boolean => user.startsWith('$RCAnonymousID:');

/** A user as a person reads it: an anonymous id is 47 characters of nothing to read. */
export const userName = (user: string): string => {
  if (user === '') return words.nobody;
  return isAnonymousId(user) ? `${words.anonymous} ${user.slice(-4)}` : user;
};
