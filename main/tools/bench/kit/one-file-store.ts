// First, or importing electron-store looks for an Electron runtime.
import '../../../store/without-electron.ts';
// It is what the store is compared with.
// eslint-disable-next-line no-restricted-imports
import Store from 'electron-store';
import { envelopeBytes, workflowName } from './project.ts';

/** All envelopes in the one file of one electron-store; what it answers with sets one of them. */
export const openOneFileStore = (folder: string, count: number): (() => void) => {
  const store = new Store({ cwd: folder, accessPropertiesByDotNotation: false });
  const envelope = { action: 'inline', data: 'x'.repeat(envelopeBytes) };
  const names = Array.from({ length: count }, (_, number) => workflowName(number));
  store.store = Object.fromEntries(names.map((name) => [name, envelope]));
  return () => {
    store.set(workflowName(0), envelope);
  };
};
