import { useEffect, useMemo, useRef } from 'react';
import { useStage, useStores } from '../app/window-context.ts';
import { type StageView, stageView } from '../state/stage-view.ts';
import { classNames } from '../ui/class-names.ts';
import { useSize } from '../ui/use-size.ts';
import { deviceLook } from './device/device-look.ts';
import { Device } from './device/device.tsx';
import { fitScale, outerSize } from './device/fit.ts';
import { FreeGrips } from './device/free-grips.tsx';
import { FreeSize } from './device/free-size.tsx';
import { LiveScreen } from './live-screen.tsx';
import { Note } from './note.tsx';
import { StandIn } from './stand-in.tsx';
import { useDeviceScreen, useSetUp, useSubject } from './use-stage.ts';

/** Air around the device. */
const margin = 16;

const useView = (): StageView => {
  const subject = useSubject();
  const paper = useStage((stage) => stage.paper);
  const trouble = useStage((stage) => stage.trouble);
  return useMemo(() => stageView({ paper, trouble }, subject), [paper, trouble, subject]);
};

/** A page that hangs is taken away, and one that never came is not waited for. */
const isGivenUp = (view: StageView): boolean =>
  view.kind === 'trouble' &&
  (view.trouble.kind === 'silent' || view.trouble.kind === 'never-ready');

/** Where the device stands, as large as there is room for or as somebody wants it. */
export const Platform = () => {
  const setUp = useSetUp();
  const { size, safeArea } = useDeviceScreen();
  const attempt = useStage((stage) => stage.attempt);
  const view = useView();
  const room = useRef<HTMLDivElement>(null);
  const { width = 0, height = 0 } = useSize(room) ?? {};
  const outer = outerSize(size, deviceLook(setUp).rim);
  const fit = fitScale(outer, { width: width - 2 * margin, height: height - 2 * margin });
  const scale = setUp.zoom ?? fit;
  const { stage } = useStores();
  useEffect(() => stage.setState({ fit }), [stage, fit]);
  const isSeen = view.kind === 'screen' || view.kind === 'loading';
  return (
    <div className="stage__platform">
      <div
        ref={room}
        className={classNames('stage__room', setUp.zoom !== null && 'stage__room--zoomed')}
        aria-busy={view.kind === 'loading'}
      >
        <div className={classNames('stage__device', !isSeen && 'stage__device--hidden')}>
          {width === 0 ? null : (
            <Device
              setUp={setUp}
              size={size}
              safeArea={safeArea}
              scale={scale}
              grips={setUp.device === 'free' ? <FreeGrips scale={scale} /> : null}
            >
              {isGivenUp(view) ? null : <LiveScreen key={attempt} isShown={isSeen} />}
            </Device>
          )}
        </div>
      </div>
      {view.kind === 'screen' ? null : <StandIn view={view} />}
      {setUp.device === 'free' ? <FreeSize /> : null}
      <Note />
    </div>
  );
};
