import './configure-zod.ts';
import { createRoot } from 'react-dom/client';
import { connectBridge } from '../bridge/bridge.ts';
import { messages } from '../messages.ts';
import { createActions } from '../state/actions.ts';
import { followStream } from '../state/follow-stream.ts';
import { createLayoutStorage } from '../state/layout-storage.ts';
import { createStageDeeds } from '../state/stage-deeds.ts';
import { directStage } from '../state/stage-director.ts';
import { createStores, restoreLayout } from '../state/stores.ts';
import '../tokens.css';
import '../base.css';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { followAppearance } from './follow-appearance.ts';
import { followCommands } from './follow-commands.ts';
import { isMac } from './is-mac.ts';
import { listenForShortcuts } from './listen-for-shortcuts.ts';
import { reportFaults } from './report-faults.ts';
import { WindowContext } from './window-context.ts';
import { Window } from './window.tsx';

const now = () => Date.now();
const bridge = connectBridge((status) => {
  stores.connection.become(status, now());
});
/** A line that is dragged moves sixty times a second; the app hears of it now and then. */
const layout = createLayoutStorage(bridge);
const stores = createStores(layout, now);
const actions = createActions(bridge, stores, () => {
  layout.clear();
  restoreLayout(stores);
});

const later = (ms: number, call: () => void): (() => void) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};
/** In a scenario nobody asks but its steps, and who records it. */
const askWorkflow = (id: string) => {
  const guest = stores.app.getState().app?.documents.guest ?? null;
  if (guest === null) actions.askWorkflow(id);
};
/** The app's time: a virtual one stands still, and so do the countdowns of a paywall. */
const appNow = () => stores.clock.look();
const director = directStage({ bridge, stores, askWorkflow, now: appNow, later });
const stage = createStageDeeds({ bridge, stores, director, now: appNow });

followAppearance(stores.app, document.documentElement);
listenForShortcuts({ stores, actions, stage }, isMac);
followCommands(bridge, stores.ui, () => void actions.askForFolder());
setInterval(() => stores.clock.tick(), 1_000);

const follow = (): void =>
  followStream(bridge, stores, (why) => {
    actions.report(`a message could not be read: ${why}`);
    const { unreadableTitle: title, unreadableText: text } = messages.errors;
    stores.notices.add({ tone: 'problem', title, text });
  });
// The layout first: nothing that is shown jumps to its place.
void layout.open().then(() => {
  restoreLayout(stores);
  follow();
});

reportFaults(actions, stores.notices);

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <WindowContext value={{ stores, actions, stage }}>
    <ErrorBoundary area={messages.appName} report={actions.report}>
      <Window />
    </ErrorBoundary>
  </WindowContext>,
);
