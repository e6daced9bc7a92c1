import { z } from 'zod';
import {
  type AppState,
  type StreamMessage,
  applyChanges,
  stateOf,
  streamMessageSchema,
} from '../../shared/contract/stream.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Stores } from './stores.ts';

const numberedSchema = z.object({ sequence: z.number() });

const nextState = (before: AppState | null, message: StreamMessage): AppState => {
  if (message.kind === 'snapshot') return stateOf(message);
  if (before === null) throw new Error('changes came before the first snapshot');
  return applyChanges(before, message);
};

const applyEvents = ({ events, timeline, answers, ui }: Stores, message: StreamMessage): void => {
  if (message.kind === 'changes') {
    events.append(message.events);
    return;
  }
  const { settings, guest } = message.documents;
  // A report may remember more than this app would.
  const inReport = guest?.kind === 'report' ? guest.counts.events : 0;
  events.restart(message.events, Math.max(settings.timelineEvents, inReport));
  // Answers, the pause and what was chosen name events of before.
  timeline.restart();
  answers.clear();
  ui.setState({ pausedAt: null });
};

/** Keeps the stores as the app says, and tells it when they are. */
export const followStream = (
  bridge: Pick<Bridge, 'listen' | 'acknowledge'>,
  stores: Stores,
  onUnreadable: (why: string) => void,
): void => {
  const apply = (message: StreamMessage): void => {
    const app = nextState(stores.app.getState().app, message);
    // The time first: what the others hold may have been stored a moment ago by it.
    stores.clock.follow(app.documents.clock);
    stores.app.setState({ app });
    applyEvents(stores, message);
  };

  bridge.listen((crossed) => {
    const parsed = streamMessageSchema.safeParse(crossed);
    // Without an acknowledgement nothing more would come, and the window would stand still.
    if (!parsed.success) {
      onUnreadable(parsed.error.message);
      const numbered = numberedSchema.safeParse(crossed);
      if (numbered.success) bridge.acknowledge(numbered.data.sequence);
      return;
    }
    apply(parsed.data);
    bridge.acknowledge(parsed.data.sequence);
  });
};
