import type { Session } from './session.ts';

/**
 * Resolves when nothing runs in a session but what is held, hanging or waiting for the clock. Twice
 * idle: opening or closing a listener can end what the first look took for waiting.
 */
export const settleSession = async ({
  activity,
  backend,
}: Pick<Session, 'activity' | 'backend'>): Promise<void> => {
  await activity.idle();
  await backend.settled();
  await activity.idle();
};
