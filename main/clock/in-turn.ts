/** Does work when all that was asked for before it is over; what fails keeps nobody waiting. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** One thing after the other. */
export const createInTurn = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
};
