import type { Session } from 'electron';
import { describeProblem } from '../../store/problem.ts';
import type { KeyStore } from '../../app/keys/key-store.ts';
import { texts } from './texts.ts';

export interface ForgetOptions {
  readonly keyStore: Pick<KeyStore, 'removeAll'>;
  readonly session: Pick<Session, 'clearStorageData'>;
}

/** Removes the secrets, and what pages keep by themselves; null, or what is still there and why. */
export const createForget =
  ({ keyStore, session }: ForgetOptions) =>
  async (): Promise<string | null> => {
    const keys = keyStore.removeAll();
    try {
      await session.clearStorageData();
    } catch (error) {
      return texts.notForgotten(describeProblem(error));
    }
    return keys.status === 'removed' ? null : texts.notForgotten(keys.message);
  };
