import { frameLimits } from '../../shared/stage/frame-limits.ts';
import type { FromFrame } from '../../shared/stage/frame-messages.ts';

type KeyMessage = Extract<FromFrame, { kind: 'key' }>;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type);

const editing: readonly string[] = [
  ...['a', 'c', 'v', 'x', 'y', 'z'],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Backspace', 'Delete', 'Home', 'End'],
];

/** Escape closes the sheet that has the focus; what edits a text is not meant for the app. */
const isUsed = ({ key, target, shiftKey }: KeyboardEvent): boolean => {
  if (key === 'Escape') return target instanceof Element && target.closest('.backdrop') !== null;
  if (!isTyping(target)) return false;
  return key === '?' || (!shiftKey && editing.includes(key));
};

/** They say nothing by themselves. */
const modifiers: readonly string[] = ['Alt', 'AltGraph', 'Control', 'Meta', 'Shift'];

/** With Alt they move through what is shown, and no letter is written by them. */
const moving: readonly string[] = ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'];

const isMoving = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  altKey && !ctrlKey && !metaKey && moving.includes(key);

const isForApp = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.isComposing &&
  !modifiers.includes(event.key) &&
  (event.ctrlKey ||
    event.metaKey ||
    event.key === 'Escape' ||
    event.key === '?' ||
    isMoving(event)) &&
  !isUsed(event);

const messageOf = (event: KeyboardEvent): KeyMessage => ({
  kind: 'key',
  key: event.key.slice(0, frameLimits.keyLetters),
  code: event.code.slice(0, frameLimits.keyLetters),
  ctrl: event.ctrlKey,
  meta: event.metaKey,
  shift: event.shiftKey,
  alt: event.altKey,
});

/** Tells the window what was pressed here and is meant for the app. */
export const forwardKeys = (send: (message: KeyMessage) => void): void => {
  addEventListener('keydown', (event) => {
    if (!isForApp(event)) return;
    // A browser would go back to another page.
    if (isMoving(event)) event.preventDefault();
    send(messageOf(event));
  });
};
