/** Nothing that the frame sends is longer: what is, it cuts. */
export const frameLimits = { entries: 1_000, letters: 10_000, keyLetters: 40 } as const;
