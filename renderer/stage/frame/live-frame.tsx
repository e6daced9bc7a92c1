import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { FrameArea } from '../../../shared/stage/frame-messages.ts';
import type { Scene } from '../../state/stage-scene.ts';
import { useApp } from '../../app/window-context.ts';
import { openFrameChannel } from './frame-channel.ts';
import {
  type FrameDriver,
  type FrameEnd,
  type FrameNews,
  createFrameDriver,
} from './frame-driver.ts';
import { framePlace } from './frame-origin.ts';

interface LiveFrameProps {
  readonly title: string;
  readonly className: string;
  readonly scene: Scene | null;
  /** Given what drives the frame, for whoever cannot wait until the window is drawn. */
  readonly driver?: RefObject<FrameDriver | null>;
  readonly pointed?: FrameArea | null;
  /** What of the screen's JSON is to be found on it; another object is looked for again. */
  readonly sought?: { readonly place: string } | null;
  /** What may be wanted next; another list is told at once. */
  readonly ahead?: readonly Scene[];
  /** What is wanted is not yet what is seen. */
  readonly isBusy?: boolean;
  /** It is looked at only: neither pressed nor focused. */
  readonly isInert?: boolean;
  readonly onNews?: (news: FrameNews, scene: Scene) => void;
  readonly onEnd: (end: FrameEnd) => void;
}

const nothing: readonly Scene[] = [];

const every = (ms: number, call: () => void): (() => void) => {
  const timer = setInterval(call, ms);
  return () => clearInterval(timer);
};

/** The page that draws paywalls, walled off: it is told what to show, and says what came of it. */
export const LiveFrame = (props: LiveFrameProps) => {
  const {
    title,
    className,
    scene,
    pointed = null,
    sought = null,
    ahead = nothing,
    isBusy,
    isInert = false,
  } = props;
  const { page, origin } = framePlace(useApp(({ documents }) => documents.app.previewOrigin));
  const frame = useRef<HTMLIFrameElement>(null);
  const ownDriver = useRef<FrameDriver | null>(null);
  const driver = props.driver ?? ownDriver;
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    if (frame.current === null) return;
    const channel = openFrameChannel({
      frame: frame.current,
      origin,
      onMessage: (message) => driving.hear(message),
    });
    const driving = createFrameDriver({
      post: (message) => channel.post(message),
      onNews: (news, about) => latest.current.onNews?.(news, about),
      onEnd: (end) => latest.current.onEnd(end),
      every,
    });
    driver.current = driving;
    return () => {
      driving.dispose();
      channel.close();
      driver.current = null;
    };
  }, [driver, origin, page]);

  useLayoutEffect(() => driver.current?.show(scene), [driver, scene, origin, page]);
  useLayoutEffect(() => driver.current?.point(pointed), [driver, pointed]);
  useLayoutEffect(() => {
    if (sought !== null) driver.current?.find(sought.place);
  }, [driver, sought]);
  useEffect(() => driver.current?.prepare(ahead), [driver, ahead]);

  return (
    <iframe
      ref={frame}
      src={page}
      title={title}
      className={className}
      aria-busy={isBusy}
      // Its origin is its own, and none of ours: without it, its own files would be foreign to it.
      sandbox="allow-scripts allow-same-origin"
      tabIndex={isInert ? -1 : 0}
      inert={isInert}
    />
  );
};
