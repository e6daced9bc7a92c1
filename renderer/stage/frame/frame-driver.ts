import type { FrameArea, FromFrame, ToFrame } from '../../../shared/stage/frame-messages.ts';
import type { Scene } from '../../state/stage-scene.ts';
import { type Watchdog, createWatchdog } from './watchdog.ts';

/** What the frame has to say about the scene that it was given last. */
export type FrameNews = Exclude<FromFrame, { readonly kind: 'ready' | 'pong' }>;

/** Why a frame is given up. */
export type FrameEnd = 'never-ready' | 'silent';

/** Keeps one frame at what is wanted of it, however late it is ready and however often it reloads. */
export interface FrameDriver {
  show(scene: Scene | null): void;
  /** Others of the same paper, one of which may be wanted next. */
  prepare(scenes: readonly Scene[]): void;
  point(area: FrameArea | null): void;
  find(place: string): void;
  hear(message: FromFrame): void;
  dispose(): void;
}

interface DriverOptions {
  readonly post: (message: ToFrame) => void;
  readonly onNews: (news: FrameNews, scene: Scene) => void;
  readonly onEnd: (end: FrameEnd) => void;
  readonly every: (ms: number, call: () => void) => () => void;
}

class Driver implements FrameDriver {
  readonly #options: DriverOptions;
  readonly #watchdog: Watchdog;
  #isReady = false;
  #turn = 0;
  #pings = 0;
  #scene: Scene | null = null;
  #loaded: string | null = null;

  constructor(options: DriverOptions) {
    this.#options = options;
    this.#watchdog = createWatchdog({
      every: options.every,
      ask: () => this.#ping(),
      onSilence: () => options.onEnd(this.#isReady ? 'silent' : 'never-ready'),
    });
  }

  show(scene: Scene | null): void {
    if (scene === this.#scene) return;
    this.#scene = scene;
    // What is on its way about the scene before is about nothing now.
    this.#turn += 1;
    if (this.#isReady) this.#send();
  }

  prepare(scenes: readonly Scene[]): void {
    if (!this.#isReady) return;
    const ofLoaded = scenes.filter(({ json }) => json === this.#loaded);
    this.#options.post({ kind: 'prepare', requests: ofLoaded.map(({ request }) => request) });
  }

  point(area: FrameArea | null): void {
    if (this.#isReady) this.#options.post({ kind: 'point', area });
  }

  find(place: string): void {
    if (this.#isReady) this.#options.post({ kind: 'find', place });
  }

  hear(message: FromFrame): void {
    this.#watchdog.alive();
    if (message.kind === 'pong') return;
    if (message.kind === 'ready') {
      this.#isReady = true;
      this.#loaded = null;
      this.#send();
      return;
    }
    if ('turn' in message && message.turn !== this.#turn) return;
    if (this.#scene !== null) this.#options.onNews(message, this.#scene);
  }

  dispose(): void {
    this.#watchdog.stop();
  }

  #ping(): void {
    if (!this.#isReady) return;
    this.#pings += 1;
    this.#options.post({ kind: 'ping', turn: this.#pings });
  }

  #send(): void {
    const { post } = this.#options;
    if (this.#scene === null) {
      this.#loaded = null;
      post({ kind: 'clear' });
      return;
    }
    const { json, request } = this.#scene;
    if (json !== this.#loaded) post({ kind: 'load', json });
    this.#loaded = json;
    post({ kind: 'show', turn: this.#turn, request });
  }
}

export const createFrameDriver = (options: DriverOptions): FrameDriver => new Driver(options);
