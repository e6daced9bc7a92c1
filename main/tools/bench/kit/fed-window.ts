import type { Page } from 'playwright';
import type { Changes, Snapshot } from '../../../../shared/contract/stream.ts';
import type { TimelineEvent } from '../../../../shared/timeline.ts';

/** A window without an app: it is told what a test or a bench tells it. */
export interface FedWindow {
  readonly page: Page;
  /** As an app that has just been opened tells it; resolves when the window has dealt with it. */
  begin(snapshot: Snapshot): Promise<void>;
  /** Has it ready in the page, where `window.tellHeld()` tells it: its way there costs nothing then. */
  hold(snapshot: Snapshot): Promise<void>;
  /** Resolves when the window has dealt with them. */
  feed(events: readonly TimelineEvent[]): Promise<void>;
}

/** Runs in the page, before the window: a bridge that nothing is behind. */
const bridge = `
  const waiting = new Map();
  let listener = () => undefined;
  const answer = async () => ({ ok: false, problem: { code: 'gone', message: 'There is no app.' } });
  window.paywallPreview = new Proxy(
    {
      listen: (onMessage) => { listener = onMessage; window.isFed = true; },
      acknowledge: (sequence) => { waiting.get(sequence)?.(); waiting.delete(sequence); },
      onCommand: () => undefined,
    },
    { get: (methods, name) => methods[name] ?? answer },
  );
  window.tell = (message) =>
    new Promise((resolve) => {
      waiting.set(message.sequence, resolve);
      listener(message);
    });
  window.hold = (message) => {
    window.tellHeld = () => window.tell(message);
  };
`;

/** As many as an app puts into one message. */
const eventsPerMessage = 2_000;

/** Opens the built window at this address, which has to serve `dist/window`, with nothing behind it. */
export const openFedWindow = async (page: Page, address: string): Promise<FedWindow> => {
  await page.addInitScript(bridge);
  await page.goto(address);
  await page.waitForFunction('window.isFed === true');
  let sequence = 0;

  const hand = async (how: 'tell' | 'hold', message: Snapshot | Changes): Promise<void> => {
    sequence += 1;
    await page.evaluate(`window.${how}(${JSON.stringify({ ...message, sequence })})`);
  };

  return {
    page,
    begin: (snapshot) => hand('tell', snapshot),
    hold: (snapshot) => hand('hold', snapshot),
    feed: async (events) => {
      for (let first = 0; first < events.length; first += eventsPerMessage)
        await hand('tell', {
          kind: 'changes',
          sequence,
          changes: [],
          events: events.slice(first, first + eventsPerMessage),
        });
    },
  };
};
