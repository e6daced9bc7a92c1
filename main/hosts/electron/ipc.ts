import type { IpcMain } from 'electron';
import { isCallName } from '../../../shared/contract/calls.ts';
import { channels } from '../../../shared/contract/channels.ts';
import type { Command } from '../../../shared/contract/commands.ts';
import { type Outcome, problem } from '../../../shared/contract/outcome.ts';
import type { App } from '../../app/app.ts';
import type { Log } from '../../app/log.ts';
import { type SentBy, whyNotHeard } from './sender.ts';
import { texts } from './texts.ts';
import { type Contents, createWindowBook } from './window-book.ts';

export interface IpcOptions {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'on'>;
  readonly app: Pick<App, 'call' | 'listen'>;
  readonly log: Log;
}

export interface Ipc {
  /** From now on what this window's page sends is heard. */
  admit(contents: Contents): void;
  /** Asks the window's page for something; false: there is no such window. */
  command(contents: Contents, command: Command): void;
}

/** Reaches the page's main frame and no other. */
const send = (contents: Contents, channel: string, message: unknown): void => {
  if (!contents.isDestroyed()) contents.send(channel, message);
};

const notHeard = problem('refused', texts.notHeard);
const unknownCall = problem('bad-argument', texts.unknownCall);
const internal = problem('internal', texts.internal);

/** Connects windows with the app: every message's sender is checked, and nothing is thrown across. */
export const connectIpc = ({ ipcMain, app, log }: IpcOptions): Ipc => {
  const windows = createWindowBook();

  const isHeard = (event: SentBy, channel: string): boolean => {
    const why = whyNotHeard(event, (id) => windows.get(id) !== undefined);
    if (why !== null) log.write('ipc', `A message on ${channel} was not heard. ${why}`);
    return why === null;
  };

  const call = async (name: unknown, argument: unknown): Promise<Outcome<unknown>> => {
    if (!isCallName(name)) return unknownCall;
    try {
      return await app.call(name, argument);
    } catch (error) {
      log.write('ipc', `${name}: ${String(error)}`);
      return internal;
    }
  };

  ipcMain.handle(channels.call, (event, name: unknown, argument: unknown) =>
    isHeard(event, channels.call) ? call(name, argument) : notHeard,
  );

  ipcMain.on(channels.listen, (event) => {
    const contents = isHeard(event, channels.listen) ? windows.get(event.sender.id) : undefined;
    if (contents === undefined) return;
    const listener = app.listen((message) => {
      send(contents, channels.stream, message);
    });
    windows.setListener(contents.id, listener);
  });

  ipcMain.on(channels.acknowledge, (event, sequence: unknown) => {
    if (!isHeard(event, channels.acknowledge) || typeof sequence !== 'number') return;
    windows.listener(event.sender.id)?.acknowledge(sequence);
  });

  return Object.freeze({
    admit: (contents: Contents) => {
      windows.add(contents);
    },
    command: (contents: Contents, command: Command) => {
      send(contents, channels.command, command);
    },
  });
};
