const { promise, resolve } = Promise.withResolvers<undefined>();
let isReady = false;

/** Where the app is between its start and its end. */
export const life = Object.freeze({
  get isReady(): boolean {
    return isReady;
  },
  ready: promise,
  becomeReady: (): void => {
    isReady = true;
    resolve(undefined);
  },
  /** Electron refuses what can be done only from then on. */
  needReady: (what: string): void => {
    if (!isReady) throw new Error(`${what} can only be used after the app is ready.`);
  },
  /** … and what must be done before. */
  needNotReady: (what: string): void => {
    if (isReady) throw new Error(`${what} can only be called before app is ready.`);
  },
});
