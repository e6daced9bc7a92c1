/** Numbers what runs: each takes the lowest number that is free, so that lanes stay few and full. */
export const createSlotNumbers = () => {
  const taken = new Set<number>();

  const take = (): number => {
    let slot = 1;
    while (taken.has(slot)) slot += 1;
    taken.add(slot);
    return slot;
  };

  return Object.freeze({
    during: async (work: (slot: number) => Promise<void>): Promise<void> => {
      const slot = take();
      try {
        await work(slot);
      } finally {
        taken.delete(slot);
      }
    },
  });
};
