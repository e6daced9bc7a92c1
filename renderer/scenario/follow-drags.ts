/** What is told of things that are dragged from outside over the window. */
export interface Drags {
  /** Whether something is over it now. */
  readonly onOver: (isOver: boolean) => void;
  /** The files that were dropped; none, where it was something else. */
  readonly onDrop: (files: readonly File[]) => void;
  /** A single folder was dropped. */
  readonly onFolder: (folder: File) => void;
}

/** Text can be dropped into a field, as everywhere. */
const isForField = ({ target }: DragEvent): boolean =>
  target instanceof Element && target.closest('input, textarea') !== null;

/** Can be told only while it is dropped. */
const isFolder = ({ items }: DataTransfer): boolean =>
  items.length === 1 && items[0]?.webkitGetAsEntry()?.isDirectory === true;

/**
 * Follows what is dragged until the returned function is called. Left to itself, a browser would
 * show what is dropped in the place of the window.
 */
export const followDrags = (window: Window, { onOver, onDrop, onFolder }: Drags): (() => void) => {
  const listening = new AbortController();
  let isOwn = false;

  const isForeign = (event: DragEvent): boolean => {
    const hasFiles = event.dataTransfer?.types.includes('Files') === true;
    return !isOwn && (hasFiles || !isForField(event));
  };

  const hear = (name: 'dragover' | 'drop', act: (event: DragEvent) => void): void => {
    const hearForeign = (event: DragEvent): void => {
      if (!isForeign(event)) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener(name, hearForeign, { signal: listening.signal });
  };

  const { signal } = listening;
  window.addEventListener('dragstart', () => (isOwn = true), { signal });
  window.addEventListener('dragend', () => (isOwn = false), { signal });
  hear('dragover', () => {
    onOver(true);
  });
  hear('drop', ({ dataTransfer }) => {
    onOver(false);
    const files = [...(dataTransfer?.files ?? [])];
    const [first] = files;
    if (first !== undefined && dataTransfer !== null && isFolder(dataTransfer)) onFolder(first);
    else onDrop(files);
  });
  // From one element to the next there is one; out of the window there is none.
  window.addEventListener(
    'dragleave',
    ({ relatedTarget }) => {
      if (relatedTarget === null) onOver(false);
    },
    { signal },
  );
  return () => {
    listening.abort();
  };
};
