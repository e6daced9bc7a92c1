import type { ChromiumCalls, MainCalls } from '../calls.ts';
import { type Peer, connectPeer } from '../peer.ts';

const answers: Partial<MainCalls> = {};

/** Each part of the stand-in answers its own calls. */
export const answering = <Name extends keyof MainCalls>(
  name: Name,
  answer: MainCalls[Name],
): void => {
  answers[name] = answer;
};

if (process.send === undefined)
  throw new Error(
    'The stand-in for Electron is started by a test (tests/electron/stand-in-app.ts).',
  );

/** The process that drives Chromium. */
export const chromium: Peer<ChromiumCalls> = connectPeer<ChromiumCalls, MainCalls>(
  {
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (hear) => {
      process.on('message', hear);
    },
  },
  answers as MainCalls,
);
