import type { ReactNode } from 'react';
import type { SafeArea, ScreenSize } from '../../../shared/stage/devices.ts';
import type { StageSetUp } from '../../../shared/stage/set-up.ts';
import { classNames } from '../../ui/class-names.ts';
import { deviceLook } from './device-look.ts';
import './device.css';
import { outerSize } from './fit.ts';
import { SystemMarks } from './system-marks.tsx';

interface DeviceProps {
  readonly setUp: StageSetUp;
  readonly size: ScreenSize;
  readonly safeArea: SafeArea;
  readonly scale: number;
  /** What is on the screen. */
  readonly children: ReactNode;
  /** What lies beside the body. */
  readonly grips?: ReactNode;
}

/** Something that a person holds, with a screen in it. */
export const Device = ({ setUp, size, safeArea, scale, children, grips }: DeviceProps) => {
  const look = deviceLook(setUp);
  const outer = outerSize(size, look.rim);
  const { cutout } = look;
  const isSideways = setUp.isSideways && setUp.device !== 'free';
  const isOnScreen = cutout === 'island' || cutout === 'hole';
  const mark =
    cutout === null ? null : (
      <span aria-hidden className={`device__cutout device__cutout--${cutout}`} />
    );
  return (
    <div
      className={classNames('device', `device--${setUp.device}`, isSideways && 'device--sideways')}
      style={{
        width: outer.width * scale,
        height: outer.height * scale,
        '--scale': scale,
        '--body-radius': `${look.bodyRadius}px`,
        '--screen-radius': `${look.screenRadius}px`,
      }}
    >
      <div
        className="device__body"
        style={{ ...outer, transform: scale === 1 ? undefined : `scale(${scale})` }}
      >
        <div
          className="device__screen"
          data-mode={setUp.colorMode}
          style={{ ...size, top: look.rim.top, left: look.rim.left }}
        >
          {children}
          <SystemMarks look={look} safeArea={safeArea} isSideways={isSideways} />
          {isOnScreen ? mark : null}
        </div>
        {isOnScreen ? null : mark}
      </div>
      {grips}
    </div>
  );
};
