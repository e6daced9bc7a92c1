import {
  type PhoneChoice,
  type PhoneDocument,
  type Reach,
  firstPhoneChoice,
} from '../../../shared/contract/phone.ts';
import { createInTurn } from '../../clock/in-turn.ts';
import { seededRandom } from '../../clock/random.ts';
import { realClock } from '../../clock/clock.ts';
import { type Machine, addressesAt } from '../../phone/own-hosts.ts';
import {
  type PhoneRequest,
  type PhoneServer,
  openPhoneServer,
  phoneProblem,
} from '../../phone/phone-server.ts';
import type { PhoneWorld } from '../../phone/phone-world.ts';
import type { SettingsFile } from '../../store/settings-file.ts';

/** Serves phones for as long as a person wants it; never by itself. */
export interface PhoneDesk {
  /** Null: phones are served. Otherwise why not, in one sentence. */
  serve(choice: PhoneChoice): Promise<string | null>;
  stop(): Promise<void>;
  /** Another session runs from now on, or another project is open. */
  sessionChanged(): void;
  document(): PhoneDocument;
  /** The choice is as if nobody had ever made one; nothing is written. */
  forget(): void;
}

export interface PhoneDeskOptions {
  readonly file: SettingsFile<PhoneChoice>;
  readonly machine: Machine;
  /** The person's own session; null: none runs. */
  readonly world: () => PhoneWorld | null;
  readonly onChange: () => void;
  /** The choice could not be kept, and why. */
  readonly onProblem: (problem: string) => void;
}

const lastOf = (last: PhoneRequest | null): PhoneDocument['last'] => {
  if (last === null) return null;
  const { at, method, asked, ending } = last;
  return {
    at,
    method,
    what: asked.scope,
    path: asked.path,
    user: asked.user,
    isUnderWay: ending === null,
    status: ending?.status ?? null,
    met: [...(ending?.met ?? [])],
  };
};

const servedAt = (port: number, reach: Reach): string =>
  reach === 'machine'
    ? `Phones are served on port ${port}, to this machine only`
    : `Phones are served on port ${port}, to the network`;

export const createPhoneDesk = (options: PhoneDeskOptions): PhoneDesk => {
  const { file, machine, world, onChange } = options;
  const inTurn = createInTurn();
  let choice = file.read();
  let server: PhoneServer | null = null;
  let problem: string | null = null;

  const turned = (note: string): void => world()?.events.turned(note);

  const stop = async (): Promise<void> => {
    const running = server;
    server = null;
    await running?.close();
    if (running !== null) turned('Phones are not served any more');
    onChange();
  };

  const lost = (error: unknown): void => {
    void inTurn(async () => {
      if (server === null) return;
      problem = phoneProblem(error, choice.port);
      await stop();
    });
  };

  const keep = (next: PhoneChoice): void => {
    choice = next;
    const hindrance = file.write(next);
    if (hindrance !== null) options.onProblem(hindrance);
  };

  const serve = async (next: PhoneChoice): Promise<string | null> => {
    await stop();
    problem = null;
    try {
      server = await openPhoneServer({
        ...next,
        world,
        machine,
        // Nobody repeats what phones do: nothing depends on these numbers.
        random: seededRandom(realClock.now()),
        onChange,
        onLost: lost,
      });
    } catch (error) {
      onChange();
      return phoneProblem(error, next.port);
    }
    keep(next);
    turned(servedAt(next.port, next.reach));
    onChange();
    return null;
  };

  return Object.freeze({
    serve: (next: PhoneChoice) => inTurn(() => serve(next)),
    stop: () =>
      inTurn(async () => {
        problem = null;
        await stop();
      }),
    sessionChanged: () => {
      if (server === null) return;
      server.worldChanged();
      turned(servedAt(server.port, server.reach));
    },
    document: () => {
      const { count, last } = server?.requests() ?? { count: 0, last: null };
      return {
        isOn: server !== null,
        isRefusing: server?.isRefusing() ?? false,
        ...choice,
        addresses: server === null ? [] : [...addressesAt(server.port, server.reach, machine)],
        problem,
        requests: count,
        last: lastOf(last),
      };
    },
    forget: () => {
      choice = firstPhoneChoice;
      problem = null;
      onChange();
    },
  });
};
