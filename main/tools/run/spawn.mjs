import { spawn } from 'node:child_process';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program to its end; signals that reach this process meanwhile are passed on to it.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {import('node:child_process').SpawnOptions} options
 * @param {(child: import('node:child_process').ChildProcess) => void} [observe] sees its output
 * @returns {Promise<{ status: number | null, signal: NodeJS.Signals | null }>}
 */
export function spawnAndWait(command, commandArguments, options, observe) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, options);
    const stopForwarding = forwardSignals(child);
    observe?.(child);
    child.once('error', (error) => {
      stopForwarding();
      reject(error);
    });
    child.once('close', (status, signal) => {
      stopForwarding();
      resolve({ status, signal });
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} ends the forwarding
 */
function forwardSignals(child) {
  const handlers = SIGNALS.map((signal) => {
    // A terminal sends Ctrl-C to child and parent alike; twice would make tools give up at once.
    const isSentByTerminal = signal === 'SIGINT' && process.stdin.isTTY;
    const handler = () => {
      if (!isSentByTerminal) child.kill(signal);
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  return () => {
    for (const { signal, handler } of handlers) process.off(signal, handler);
  };
}
