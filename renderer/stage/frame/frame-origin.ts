/** Where the page of the frame lies, and who its messages come from. */
export interface FramePlace {
  readonly page: string;
  readonly origin: string;
}

/** `address` may have a path that is a secret, which is no part of the origin. */
export const framePlace = (address: string): FramePlace => {
  const { protocol, host } = new URL(address);
  // The scheme of the app's own pages is none that every browser knows an origin of.
  return { page: `${address.replace(/\/$/, '')}/index.html`, origin: `${protocol}//${host}` };
};
