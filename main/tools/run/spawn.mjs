import { spawn } from 'node:child_process';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** How long a group of processes may take to end after a signal. */
const GRACE_MS = 1_000;

/**
 * Runs a program to its end; signals that reach this process meanwhile are passed on to it, or to
 * its whole group where it is detached, which then has to end soon.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {import('node:child_process').SpawnOptions} options
 * @param {(child: import('node:child_process').ChildProcess) => void} [observe] sees its output
 * @returns {Promise<{ status: number | null, signal: NodeJS.Signals | null,
 *   stoppedBy: NodeJS.Signals | null }>} `stoppedBy` is the last signal that was passed on
 */
export function spawnAndWait(command, commandArguments, options, observe) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, options);
    const forwarding = forwardSignals(child, options.detached === true);
    observe?.(child);
    child.once('error', (error) => {
      forwarding.end();
      reject(error);
    });
    child.once('close', (status, signal) => {
      forwarding.end();
      resolve({ status, signal, stoppedBy: forwarding.stoppedBy() });
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} isGroup
 */
function forwardSignals(child, isGroup) {
  /** @type {NodeJS.Signals | null} */
  let stoppedBy = null;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const handlers = SIGNALS.map((signal) => {
    // A terminal sends Ctrl-C to child and parent alike; twice would make tools give up at once.
    const isSentByTerminal = signal === 'SIGINT' && process.stdin.isTTY && !isGroup;
    const handler = () => {
      stoppedBy = signal;
      if (isGroup) timer ??= setTimeout(() => sendToGroup(child, 'SIGKILL'), GRACE_MS);
      if (isGroup) sendToGroup(child, signal);
      else if (!isSentByTerminal) child.kill(signal);
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  return {
    stoppedBy: () => stoppedBy,
    end: () => {
      clearTimeout(timer);
      for (const { signal, handler } of handlers) process.off(signal, handler);
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function sendToGroup({ pid }, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has just ended.
  }
}
