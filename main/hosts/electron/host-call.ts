import type { NativeTheme } from 'electron';
import { type Outcome, type ProblemCode, problem } from '../../../shared/contract/outcome.ts';
import type { App } from '../../app/app.ts';
import { appearanceAfter } from './appearance.ts';

export interface HostCallOptions {
  readonly app: Pick<App, 'call'>;
  readonly theme: Pick<NativeTheme, 'themeSource'>;
  /** Removes what the host keeps beside the app; null, or what could not be removed. */
  readonly forget: () => Promise<string | null>;
}

/** Nothing was removed then. */
const refusals: readonly ProblemCode[] = ['bad-argument', 'refused'];

/** Also where something could not be removed: the secrets have to go all the same. */
const wasWiped = (name: string, outcome: Outcome<unknown>): boolean =>
  name === 'wipeData' && (outcome.ok || !refusals.includes(outcome.problem.code));

/**
 * The app's calls, with the host's part in them: menus and dialogs follow the appearance that the
 * window was given, and wiping takes the secrets and what pages keep, too.
 */
export const createHostCall =
  ({ app, theme, forget }: HostCallOptions): App['call'] =>
  async (name, argument) => {
    const outcome = await app.call(name, argument);
    const kept = wasWiped(name, outcome) ? await forget() : null;
    if (!outcome.ok) return outcome;
    const appearance = appearanceAfter(name, argument);
    if (appearance !== null) theme.themeSource = appearance;
    return kept === null ? outcome : problem('system', kept);
  };
