import type { SafeArea } from '../../../shared/stage/devices.ts';
import { classNames } from '../../ui/class-names.ts';
import type { DeviceLook } from './device-look.ts';

interface SystemMarksProps {
  readonly look: DeviceLook;
  readonly safeArea: SafeArea;
  readonly isSideways: boolean;
}

/** A bar of this height or lower has small letters. */
const lowBar = 32;

/** Where the camera is cut out of the screen, time and battery stand beside it. */
const sideOf = ({ cutout, screenRadius }: DeviceLook, isLow: boolean): number => {
  if (isLow) return screenRadius > 24 ? 32 : 14;
  return cutout === 'island' ? 36 : 24;
};

/** The time that devices are always shown with. */
const time = '9:41';

const StatusBar = ({ look, height }: { readonly look: DeviceLook; readonly height: number }) => {
  const isLow = height <= lowBar;
  return (
    <div
      className={classNames('device__status', isLow && 'device__status--low')}
      style={{ '--status-height': `${height}px`, '--status-side': `${sideOf(look, isLow)}px` }}
    >
      <span>{time}</span>
      <span className="device__signals">
        <span className="device__signal" />
        <span className="device__battery" />
      </span>
    </div>
  );
};

/** Hints at what the system draws above an app, so that nobody forgets that it is there. */
export const SystemMarks = ({ look, safeArea, isSideways }: SystemMarksProps) => (
  <div aria-hidden className="device__system">
    {look.hasStatusBar && safeArea.top > 0 && !(isSideways && look.cutout === 'island') ? (
      <StatusBar look={look} height={safeArea.top} />
    ) : null}
    {look.base === 'indicator' ? <span className="device__indicator" /> : null}
    {look.base === 'buttons' ? (
      <span className="device__buttons">
        <span />
        <span />
        <span />
      </span>
    ) : null}
  </div>
);
