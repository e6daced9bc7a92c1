import type { WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { whyNotHeard } from '../../../../main/hosts/electron/sender.ts';
import { frameOf, goneFrame } from './stand-ins.ts';

const own = frameOf('app://window');
const isKnown = (id: number): boolean => id === 1;
const sentBy = (id: number, mainFrame: WebFrameMain, senderFrame: WebFrameMain | null) => ({
  sender: { id, mainFrame },
  senderFrame,
});

const foreign = (origin: string) => {
  const frame = frameOf(origin);
  return sentBy(1, frame, frame);
};

describe('a message', () => {
  it.each([
    ['of the page of our window', sentBy(1, own, own), null],
    ['of another window', sentBy(2, own, own), 'It does not come from a window of the app.'],
    ['of a page that is gone', sentBy(1, own, null), 'The page that sent it is gone.'],
    [
      'of a frame inside of the window',
      sentBy(1, own, frameOf('app://preview')),
      'It comes from a frame inside of the window.',
    ],
    [
      'of a frame inside that has our origin',
      sentBy(1, own, frameOf('app://window')),
      'It comes from a frame inside of the window.',
    ],
    ['of the preview in our window', foreign('app://preview'), 'It comes from app://preview.'],
    ['of a page of the web', foreign('https://window'), 'It comes from https://window.'],
    ['of a page without an origin', foreign('null'), 'It comes from null.'],
    [
      'of a name that begins like ours',
      foreign('app://window.evil'),
      'It comes from app://window.evil.',
    ],
  ])('%s: heard or not', (_name, event, expected) => {
    expect(whyNotHeard(event, isKnown)).toBe(expected);
  });

  it('of a frame that goes away while it is looked at is not heard', () => {
    const frame = goneFrame();
    expect(whyNotHeard(sentBy(1, frame, frame), isKnown)).toBe('The page that sent it is gone.');
  });
});
