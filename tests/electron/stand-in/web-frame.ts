import type { WebFrameMain } from 'electron';
import type { FrameSeen } from '../calls.ts';

type Imitated = Pick<WebFrameMain, 'url' | 'origin' | 'name' | 'isDestroyed' | 'detached'>;

/** A frame, as main sees it: the same object for as long as the frame is there. */
export class WebFrameStandIn implements Imitated {
  #seen: FrameSeen;
  readonly detached = false;

  constructor(seen: FrameSeen) {
    this.#seen = seen;
  }

  see(seen: FrameSeen): void {
    this.#seen = seen;
  }

  get url(): string {
    return this.#seen.url;
  }

  get origin(): string {
    return this.#seen.origin;
  }

  get name(): string {
    return this.#seen.name;
  }

  isDestroyed(): boolean {
    return false;
  }
}
