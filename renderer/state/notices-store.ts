import { createStore, type StoreApi } from 'zustand/vanilla';

/** Something that a person should hear of. */
export interface Notice {
  readonly id: number;
  /** `problem`: something real went wrong; `note`: good to know. */
  readonly tone: 'problem' | 'note';
  readonly title: string;
  /** What it means, and what can be done. */
  readonly text: string;
  /** It tells why a dialog opens. */
  readonly opensDialog?: boolean;
  /** It holds only as long as a scenario, a recording or a report is shown. */
  readonly isOfGuest?: boolean;
}

export interface NoticesStore extends StoreApi<{ readonly notices: readonly Notice[] }> {
  add(notice: Omit<Notice, 'id'>): void;
  dismiss(id: number): void;
  /** What it said does not hold any more. */
  withdraw(isOver: (notice: Notice) => boolean): void;
}

/** More than a few are not read. */
const mostNotices = 3;

const isSame = (one: Omit<Notice, 'id'>, other: Omit<Notice, 'id'>): boolean =>
  one.title === other.title && one.text === other.text;

export const createNoticesStore = (): NoticesStore => {
  const store = createStore<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));
  let nextId = 1;
  return {
    ...store,
    add: (notice) => {
      const id = nextId;
      nextId += 1;
      store.setState(({ notices }) => ({
        notices: [...notices.filter((old) => !isSame(old, notice)), { ...notice, id }].slice(
          -mostNotices,
        ),
      }));
    },
    dismiss: (id) =>
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
    withdraw: (isOver) => {
      const { notices } = store.getState();
      const left = notices.filter((notice) => !isOver(notice));
      if (left.length < notices.length) store.setState({ notices: left });
    },
  };
};
