import { useState } from 'react';
import { CircleAlert, CircleDashed } from 'lucide-react';
import type { ScreenSize } from '../../../shared/stage/devices.ts';
import type { OutlineStep } from '../../../shared/workflow/outline.ts';
import { useStageDeeds } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import type { Scene } from '../../state/stage-scene.ts';
import type { FrameNews } from '../frame/frame-driver.ts';
import { LiveFrame } from '../frame/live-frame.tsx';
import { useDeviceScreen, useScene, useSetUp } from '../use-stage.ts';

const words = messages.stage;

interface FilmProps {
  readonly step: OutlineStep;
  readonly name: string;
  /** Counts from 1. */
  readonly place: number;
  readonly scale: number;
  readonly isAlive: boolean;
  readonly isCurrent: boolean;
  /** Only one of them is reached by Tab, the others by arrow keys. */
  readonly isTabStop: boolean;
  readonly onPress: () => void;
}

/** How wide or high a screen in the strip is, in pixels of the window. */
const filmWidth = 70;
const filmHeight = 104;

/** Beside the stage all are equally wide, below it equally high. */
export const filmScale = ({ width, height }: ScreenSize, isBeside: boolean): number =>
  isBeside ? filmWidth / width : filmHeight / height;

/** The screen as it is first seen; a frame that hangs is taken away without a word. */
const Picture = ({ step, name, scale }: { step: OutlineStep; name: string; scale: number }) => {
  const { size } = useDeviceScreen();
  const { report } = useStageDeeds();
  const scene = useScene(step.id);
  const [hasFailed, setHasFailed] = useState(false);
  const hear = (news: FrameNews, { request: { screenId } }: Scene): void => {
    if (news.kind === 'shown') report(screenId, { problems: news.problems });
    else if (news.kind === 'settled') report(screenId, { findings: news.findings });
    else if (news.kind === 'failed') setHasFailed(true);
  };
  if (hasFailed) return <CircleAlert size={16} className="film__mark" />;
  return (
    <div className="film__page" style={{ ...size, transform: `scale(${scale})` }}>
      <LiveFrame
        isInert
        title={words.filmTitle(name)}
        className="film__frame"
        scene={scene}
        onNews={hear}
        onEnd={() => setHasFailed(true)}
      />
    </div>
  );
};

/** One screen of the workflow in the strip. */
export const Film = (props: FilmProps) => {
  const { step, name, place, scale, isAlive, isCurrent, isTabStop, onPress } = props;
  const { size } = useDeviceScreen();
  const { colorMode } = useSetUp();
  return (
    <li className="film" data-step={step.id} style={{ width: size.width * scale }}>
      <button
        type="button"
        className="film__button"
        aria-current={isCurrent ? 'step' : undefined}
        tabIndex={isTabStop ? 0 : -1}
        onClick={onPress}
      >
        <span className="film__place">{place}</span>
        <span className="clipped" dir="auto">
          {name}
        </span>
      </button>
      <div
        aria-hidden
        className="film__screen"
        data-mode={colorMode}
        style={{ height: size.height * scale }}
        onClick={onPress}
      >
        {step.screenId === null ? (
          <span className="film__mark">
            <CircleDashed size={16} />
            {words.filmstrip.noScreen}
          </span>
        ) : isAlive ? (
          <Picture step={step} name={name} scale={scale} />
        ) : null}
      </div>
    </li>
  );
};
