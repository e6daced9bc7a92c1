import type { Page } from 'playwright/test';

/** What is dragged: a file for each, or nothing but text. */
export type Dragged =
  { readonly files: readonly { readonly name: string; readonly text: string }[] } | string;

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
    else for (const { name, text } of dragged.files) dataTransfer.items.add(new File([text], name));
    const options = { dataTransfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent(${JSON.stringify(event)}, options));
  })()`);
