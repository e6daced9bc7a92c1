/** Numbers as people write them. */
export const number = new Intl.NumberFormat('en');

/** `1 event`, `2,000 events`. */
export const count = (amount: number, one: string, several = `${one}s`): string =>
  `${number.format(amount)} ${amount === 1 ? one : several}`;
