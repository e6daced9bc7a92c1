import type { Result } from '../../../shared/contract/calls.ts';

/** A scenario that can be opened without looking for its file. */
export type Listed = Result<'listScenarios'>[number];

/** What is done to one of them besides opening it. */
export type Change = 'rename' | 'remove';
