import type { RequestSubject } from '../../shared/faults.ts';

/** A request that reached the backend and is held there. */
export interface WaitingRequest {
  /** Names it, for whoever lets it go alone. */
  readonly id: number;
  readonly subject: RequestSubject;
  /** By the clock that the backend goes by. */
  readonly since: number;
}

/** Where held requests wait, in the order in which they came. */
export interface WaitingRoom {
  /** `go` is called once, unless the returned function is called before. */
  enter(subject: RequestSubject, since: number, go: () => void): () => void;
  /** Lets those go of which it is true; how many went. */
  letGo(isFree: (request: WaitingRequest) => boolean): number;
  list(): readonly WaitingRequest[];
}

export const createWaitingRoom = (): WaitingRoom => {
  const waiting = new Map<number, WaitingRequest & { readonly go: () => void }>();
  let lastId = 0;

  return Object.freeze({
    enter: (subject: RequestSubject, since: number, go: () => void) => {
      lastId += 1;
      const id = lastId;
      waiting.set(id, { id, subject, since, go });
      return () => void waiting.delete(id);
    },
    letGo: (isFree: (request: WaitingRequest) => boolean) => {
      const free = [...waiting.values()].filter(isFree);
      // All of them leave first: what one of them sets off must not find another still there.
      for (const { id } of free) waiting.delete(id);
      for (const { go } of free) go();
      return free.length;
    },
    list: () => [...waiting.values()].map(({ id, subject, since }) => ({ id, subject, since })),
  });
};
