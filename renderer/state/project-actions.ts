import type { Bridge } from '../../shared/contract/bridge.ts';
import type { CallName } from '../../shared/contract/calls.ts';
import type { ConnectLive, LiveProject } from '../../shared/contract/live.ts';
import type { FolderList } from '../../shared/contract/project.ts';
import type { Outcome, Problem } from '../../shared/contract/outcome.ts';
import { messages } from '../messages.ts';
import type { Stores } from './stores.ts';

type Tell = (name: CallName, problem: Problem) => void;

const words = messages.project;

/** What a person can do with projects. */
export const createProjectActions = (bridge: Bridge, stores: Stores, tell: Tell) => {
  const { notices, ui } = stores;

  /** Null: it was not done, and the person has been told why. */
  const settle = async <T>(
    name: CallName,
    call: Promise<Outcome<T>>,
  ): Promise<{ readonly value: T } | null> => {
    const outcome = await call;
    if (outcome.ok) {
      notices.withdraw(({ title }) => title === messages.failedCall[name]);
      return outcome;
    }
    tell(name, outcome.problem);
    return null;
  };

  const openFolder = async (path: string): Promise<boolean> =>
    (await settle('openProjectFolder', bridge.openProjectFolder({ path }))) !== null;

  const saveProject = async (path: string): Promise<string | null> => {
    const saved = await settle('saveProject', bridge.saveProject({ path }));
    if (saved === null) return null;
    const { folder, missing } = saved.value;
    notices.add({ tone: 'note', title: words.saved, text: words.savedTo(folder, missing) });
    return folder;
  };

  const hasDialogs = (): boolean => stores.app.getState().app?.documents.app.host === 'electron';

  /** By the system's own dialog; null: nobody chose any. */
  const chooseFolder = async (): Promise<string | null> =>
    (await settle('chooseFolder', bridge.chooseFolder(null)))?.value.folder ?? null;

  const openDroppedFolder = (file: unknown, name: string): void => {
    const path = bridge.pathOf?.(file) ?? '';
    if (path !== '') {
      void openFolder(path);
      return;
    }
    const text = words.folderDroppedText(name);
    notices.add({ tone: 'note', title: words.folderDropped, text, opensDialog: true });
    ui.setState({ panel: 'openProject' });
  };

  return {
    openFolder,
    chooseFolder,
    hasDialogs,
    openDroppedFolder,
    saveProject,
    /** Where the system has a dialog for it, by that. */
    askForFolder: async () => {
      if (!hasDialogs()) {
        ui.setState({ panel: 'openProject' });
        return;
      }
      const folder = await chooseFolder();
      if (folder !== null) await openFolder(folder);
    },
    /** Whether it is open now. */
    connectLive: async (wanted: ConnectLive): Promise<boolean> => {
      const connected = await settle('connectLive', bridge.connectLive(wanted));
      const text = connected?.value.note ?? null;
      if (text !== null) notices.add({ tone: 'note', title: messages.live.notKept, text });
      return connected !== null;
    },
    /** Null: that is not known, and the person has been told why. */
    readLive: async (project: string | null): Promise<LiveProject | null> =>
      (await settle('readLive', bridge.readLive({ project })))?.value ?? null,
    openProject: (id: string) => void settle('openProject', bridge.openProject({ id })),
    openJson: (name: string, text: string) =>
      void settle('openJson', bridge.openJson({ name, text })),
    forgetProject: async (id: string): Promise<void> => {
      await settle('forgetProject', bridge.forgetProject({ id }));
    },
    /** Null: nobody answers; that is told elsewhere. */
    listFolders: async (path: string): Promise<FolderList | null> => {
      const listed = await bridge.listFolders({ path });
      return listed.ok ? listed.value : null;
    },
  } as const;
};
