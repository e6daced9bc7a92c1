import { useSyncExternalStore } from 'react';

/** Where the reasons do not fit beside the paywall. */
const narrow = matchMedia('(width < 1120px)');

const subscribe = (call: () => void): (() => void) => {
  narrow.addEventListener('change', call);
  return () => narrow.removeEventListener('change', call);
};

/** Whether the window has room for two columns and no more. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
