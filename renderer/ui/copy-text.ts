/**
 * Copies a text, and says whether that was possible. By the page's own event: the other way needs a
 * permission, and the app's window has none of any kind.
 */
export const copyText = (text: string): boolean => {
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', give, { capture: true, once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else works without a permission
  const isDone = document.execCommand('copy');
  removeEventListener('copy', give, { capture: true });
  return isDone;
};
