import { z } from 'zod';
import { appUserId, type AppUserId } from '../../../shared/model/ids.ts';
import { ruleSets, type RuleSet } from '../../../shared/policies.ts';

/** What was set up in a project, and is there again after a restart. Faults are not. */
export interface SetUp {
  readonly user: AppUserId;
  /** Those who were here, the latest first. */
  readonly known: readonly AppUserId[];
  readonly rules: RuleSet;
}

const userSchema = z.string().min(1).transform(appUserId);

export const setUpSchema: z.ZodType<SetUp> = z.object({
  user: userSchema,
  known: z.array(userSchema),
  rules: z.enum(ruleSets).catch('recommended'),
});

const first = appUserId('ana');

/** Two people, so that there is somebody to switch to. */
export const firstSetUp: SetUp = {
  user: first,
  known: [first, appUserId('ben')],
  rules: 'recommended',
};

const mostKnown = 50;

/** The same with somebody at the front of the list. */
export const withUser = (setUp: SetUp, user: AppUserId): SetUp => ({
  ...setUp,
  user,
  known: [user, ...setUp.known.filter((other) => other !== user)].slice(0, mostKnown),
});
