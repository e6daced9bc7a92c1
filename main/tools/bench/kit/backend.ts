import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { BackendOrigins } from '../../../backend/backend.ts';
import type { Target } from '../../../../shared/faults.ts';
import { NODE_FLAGS } from '../../run/task.mjs';
import type { ProjectPlan } from './project.ts';

/** What the process of a backend is told to do; it answers each with one message. */
export type BackendOrder =
  | { readonly kind: 'open'; readonly plan: ProjectPlan }
  | { readonly kind: 'slow'; readonly target: Target; readonly latencyMs: number }
  | { readonly kind: 'hang'; readonly target: Target }
  | { readonly kind: 'arrivals' };

/** A bundled backend in a process of its own. */
export interface Backend {
  readonly origins: BackendOrigins;
  /** What these requests wait before they are answered. */
  readonly slow: (target: Target, latencyMs: number) => Promise<void>;
  /** These requests are never answered. */
  readonly hang: (target: Target) => Promise<void>;
  /** How many requests have reached it so far. */
  readonly arrivals: () => Promise<number>;
}

/** A process that cannot go on says why on standard error, and ends. */
const refuse = (): never => {
  throw new Error('the process of the backend has ended');
};

/** Starts a backend that serves a plan, and measures with it; it is closed afterwards. */
export const withBackend = async (
  plan: ProjectPlan,
  use: (backend: Backend) => Promise<void>,
): Promise<void> => {
  const script = path.join(import.meta.dirname, 'backend-process.ts');
  const child = fork(script, { execArgv: [...NODE_FLAGS] });
  const ended = once(child, 'exit');
  const order = async (message: BackendOrder): Promise<unknown> => {
    const answers = once(child, 'message');
    // Whether it could be told shows in whether it answers.
    child.send(message, () => undefined);
    const [answer] = (await Promise.race([answers, ended.then(refuse)])) as [unknown];
    return answer;
  };
  try {
    const { origins } = (await order({ kind: 'open', plan })) as { origins: BackendOrigins };
    await use({
      origins,
      slow: async (target, latencyMs) => {
        await order({ kind: 'slow', target, latencyMs });
      },
      hang: async (target) => {
        await order({ kind: 'hang', target });
      },
      arrivals: async () => ((await order({ kind: 'arrivals' })) as { count: number }).count,
    });
  } finally {
    if (child.connected) child.disconnect();
    await ended;
  }
};
