import type { Page } from 'playwright/test';

interface DraggedFile {
  readonly name: string;
  /** What is in it; in base64 where it is no text. */
  readonly text: string;
  readonly isBase64?: boolean;
}

/** What is dragged: a file for each, or nothing but text. */
export type Dragged = { readonly files: readonly DraggedFile[] } | string;

/** Does what the browser tells a page of something that is dragged over it, or dropped on it. */
export const drag = (
  page: Page,
  event: 'dragover' | 'dragleave' | 'drop',
  dragged: Dragged,
): Promise<void> =>
  page.evaluate(`(() => {
    const dragged = ${JSON.stringify(dragged)};
    const dataTransfer = new DataTransfer();
    if (typeof dragged === 'string') dataTransfer.setData('text/plain', dragged);
    const contentOf = ({ text, isBase64 }) => (isBase64 ? Uint8Array.from(atob(text), (each) => each.charCodeAt(0)) : text);
    if (typeof dragged !== 'string')
      for (const file of dragged.files) dataTransfer.items.add(new File([contentOf(file)], file.name));
    const options = { dataTransfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent(${JSON.stringify(event)}, options));
  })()`);
