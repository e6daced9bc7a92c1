import type { Frame, Page } from 'playwright/test';
import { originOf, toMain } from '../addresses.ts';
import type { FrameSeen } from '../calls.ts';

/** A document without an address of its own is of its parent's origin. */
const originFor = (frame: Frame): string => {
  const url = toMain(frame.url());
  const parent = frame.parentFrame();
  if (parent !== null && (url === '' || url === 'about:blank' || url === 'about:srcdoc'))
    return originFor(parent);
  return originOf(url);
};

/** Numbers frames, and tells what Chromium knows of them. */
export const createFrameBook = (windowOf: (page: Page) => number | null) => {
  const numbers = new WeakMap<Frame, number>();
  let last = 0;

  const numberOf = (frame: Frame): number => {
    const known = numbers.get(frame);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(frame, last);
    return last;
  };

  return (frame: Frame): FrameSeen | null => {
    const window = windowOf(frame.page());
    if (window === null) return null;
    return {
      window,
      frame: numberOf(frame),
      isMainFrame: frame.parentFrame() === null,
      url: toMain(frame.url()),
      origin: originFor(frame),
      name: frame.name(),
    };
  };
};
