import type { FindHeir } from '../../ui/use-focus-heir.ts';

/** Where somebody goes on who leaves what was shown: at the first switch of their own world. */
export const besideGuest: FindHeir = (going) =>
  going.closest('.window')?.querySelector<HTMLElement>('.top-bar [role="switch"]');
