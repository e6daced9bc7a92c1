import type { FromFrame } from '../../shared/stage/frame-messages.ts';

type KeyNews = Extract<FromFrame, { readonly kind: 'key' }>;

/**
 * A key that was pressed inside a frame counts as pressed in the window: the frame keeps such presses
 * to itself. A paywall that says so while nobody is in it is not believed.
 */
export const pressAgain = ({ key, code, ctrl, meta, shift, alt }: KeyNews): void => {
  if (!(document.activeElement instanceof HTMLIFrameElement)) return;
  if (key === 'Escape') {
    // The way out for whoever works by keyboard.
    document.activeElement.closest('section')?.querySelector<HTMLElement>('button')?.focus();
    return;
  }
  const held = { ctrlKey: ctrl, metaKey: meta, shiftKey: shift, altKey: alt };
  window.dispatchEvent(new KeyboardEvent('keydown', { key, code, ...held, cancelable: true }));
};
