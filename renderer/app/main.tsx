import './configure-zod.ts';
import { createRoot } from 'react-dom/client';
import { connectBridge } from '../bridge/bridge.ts';
import { messages } from '../messages.ts';
import { createActions } from '../state/actions.ts';
import { followStream } from '../state/follow-stream.ts';
import { createStores } from '../state/stores.ts';
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
const stores = createStores(localStorage, now);
const bridge = connectBridge((status) => {
  stores.connection.become(status, now());
});
const actions = createActions(bridge, stores);

followAppearance(stores.app, document.documentElement);
listenForShortcuts(stores, actions, isMac);
followCommands(bridge, stores.ui);
setInterval(() => stores.clock.tick(), 1_000);

followStream(bridge, stores, (why) => {
  actions.report(`a message could not be read: ${why}`);
  const { unreadableTitle: title, unreadableText: text } = messages.errors;
  stores.notices.add({ tone: 'problem', title, text });
});

reportFaults(actions, stores.notices);

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <WindowContext value={{ stores, actions }}>
    <ErrorBoundary area={messages.appName} report={actions.report}>
      <Window />
    </ErrorBoundary>
  </WindowContext>,
);
