import { z } from 'zod';
import { stackOf } from '../../shared/error-text.ts';
import { type CallName, type Handlers, contract } from '../../shared/contract/calls.ts';
import { type Outcome, outcomeOf, problem } from '../../shared/contract/outcome.ts';
import type { Log } from './log.ts';

/** Does a call whose argument comes from outside. */
export type CheckedCall = (name: CallName, argument: unknown) => Promise<Outcome<unknown>>;

const internal = problem(
  'internal',
  'Something in the app itself went wrong, and this was not done. The log says more (Help, Show logs).',
);

/** Checks what goes in and what comes out, so that nothing is ever thrown across the bridge. */
export const createCheckedCall =
  (handlers: Handlers, log: Log): CheckedCall =>
  async (name, argument) => {
    const { argument: expected, result } = contract[name];
    const parsed = expected.safeParse(argument);
    if (!parsed.success) {
      const why = z.prettifyError(parsed.error);
      return problem('bad-argument', `The call ${name} cannot be made like that: ${why}`);
    }
    try {
      // The map pairs names and arguments; the compiler cannot follow one name through it.
      const handle = handlers[name] as (argument: unknown) => unknown;
      return outcomeOf<unknown>(result).parse(await handle(parsed.data));
    } catch (error) {
      log.write('call', `${name}: ${stackOf(error)}`);
      return internal;
    }
  };
