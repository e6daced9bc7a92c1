import type { IpcRenderer, WebUtils } from 'electron';
import type { Bridge } from '../shared/contract/bridge.ts';
import type { CallName } from '../shared/contract/calls.ts';
import { channels } from '../shared/contract/channels.ts';
import type { Outcome } from '../shared/contract/outcome.ts';
import { callNames } from './call-names.ts';

/** What of Electron the bridge stands on. */
export type Ipc = Pick<IpcRenderer, 'invoke' | 'send' | 'on'>;

type Call = (argument: unknown) => Promise<Outcome<unknown>>;
type Calls = { readonly [Name in CallName]: Bridge[Name] };
type Hear = (message: unknown) => void;

/** The app answers with outcomes only: an error means that nobody is there to answer. */
const gone: Outcome<never> = {
  ok: false,
  problem: {
    code: 'gone',
    message: 'The app does not answer any more, so this was not done. Start the app again.',
  },
};

const callOf =
  (ipc: Ipc, name: CallName): Call =>
  async (argument) => {
    try {
      return (await ipc.invoke(channels.call, name, argument)) as Outcome<unknown>;
    } catch {
      return gone;
    }
  };

/** Main checks each argument, and the window each result: their types are the contract's. */
const callsOf = (ipc: Ipc): Calls =>
  Object.fromEntries(callNames.map((name) => [name, callOf(ipc, name)])) as Calls;

/** The last listener hears what comes on a channel: the message alone, never Electron's event. */
const hearing = (ipc: Ipc, channel: string): ((hear: Hear) => void) => {
  let last: Hear | null = null;
  ipc.on(channel, (_event, message: unknown) => last?.(message));
  return (hear) => {
    last = hear;
  };
};

/** All that a window can reach of the app: named methods, none of which takes a channel. */
export const createBridge = (ipc: Ipc, files: Pick<WebUtils, 'getPathForFile'>): Bridge => {
  const hearStream = hearing(ipc, channels.stream);
  const hearCommands = hearing(ipc, channels.command);
  return Object.freeze({
    ...callsOf(ipc),
    listen: (onMessage: Hear) => {
      hearStream(onMessage);
      ipc.send(channels.listen);
    },
    acknowledge: (sequence: number) => {
      ipc.send(channels.acknowledge, sequence);
    },
    // Electron refuses what is no file.
    pathOf: (file: unknown) => files.getPathForFile(file as File),
    onCommand: (onCommand: Hear) => {
      hearCommands(onCommand);
    },
  } satisfies Bridge);
};
