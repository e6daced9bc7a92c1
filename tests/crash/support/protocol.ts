import type { AppUserId } from '../../../shared/model/ids.ts';
import type { RuleSet } from '../../../shared/policies.ts';

/** What the process that will be killed is told to do. */
export interface Assignment {
  readonly folder: string;
  readonly seed: number;
  readonly user: AppUserId;
  readonly rules: RuleSet;
  /** Small enough, and files are pushed out of the cache all the time. */
  readonly fileCacheBytes: number;
  /** It kills itself at that call of the file system; null: it is killed from outside. */
  readonly diesAtCall: number | null;
  /** Those calls are counted from the first change of user on, and it has everything by then. */
  readonly diesInChange: boolean;
}

/** What it says on its pipe; whatever it said had happened before it was killed. */
export type Report =
  | { readonly said: 'opened' }
  /** Null: it is not known yet who that will be. */
  | { readonly said: 'becoming'; readonly user: AppUserId | null }
  | { readonly said: 'became'; readonly user: AppUserId }
  | {
      readonly said: 'persisted';
      readonly what: 'offerings' | 'list' | 'prefetched' | 'on-demand';
      readonly id: string;
      readonly storedAt: number;
    };

export const workflowIds = Array.from({ length: 24 }, (_, index) => `w${String(index + 1)}`);
