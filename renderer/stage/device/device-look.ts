import { type DeviceId, type SafeArea, devices } from '../../../shared/stage/devices.ts';
import type { StageSetUp } from '../../../shared/stage/set-up.ts';

/** What is drawn around and above a screen, for the eye only. */
export interface DeviceLook {
  /** How far the body reaches beyond the screen. */
  readonly rim: SafeArea;
  readonly screenRadius: number;
  readonly bodyRadius: number;
  readonly cutout: 'island' | 'hole' | 'button' | 'camera' | null;
  /** What the system keeps at the lower edge. */
  readonly base: 'indicator' | 'buttons' | null;
  readonly hasStatusBar: boolean;
}

const evenly = (width: number): SafeArea => ({
  top: width,
  right: width,
  bottom: width,
  left: width,
});

const modern = (cutout: DeviceLook['cutout'], rim: number, screenRadius: number): DeviceLook => ({
  rim: evenly(rim),
  screenRadius,
  bodyRadius: screenRadius + rim,
  cutout,
  base: 'indicator',
  hasStatusBar: true,
});

const looks: Readonly<Record<DeviceId | 'free', DeviceLook>> = {
  'iphone-small': {
    rim: { top: 84, right: 16, bottom: 84, left: 16 },
    screenRadius: 0,
    bodyRadius: 52,
    cutout: 'button',
    base: null,
    hasStatusBar: true,
  },
  iphone: modern('island', 12, devices.iphone.cornerRadius),
  'iphone-large': modern('island', 12, devices['iphone-large'].cornerRadius),
  'android-small': {
    ...modern('camera', 12, devices['android-small'].cornerRadius),
    rim: { top: 26, right: 12, bottom: 26, left: 12 },
    bodyRadius: 30,
    base: 'buttons',
  },
  android: modern('hole', 11, devices.android.cornerRadius),
  ipad: modern('camera', 28, devices.ipad.cornerRadius),
  free: {
    rim: evenly(1),
    screenRadius: 0,
    bodyRadius: 1,
    cutout: null,
    base: null,
    hasStatusBar: false,
  },
};

/** A quarter turn against the clock: what was on top is on the left then. */
const turned = ({ top, right, bottom, left }: SafeArea): SafeArea => ({
  top: right,
  right: bottom,
  bottom: left,
  left: top,
});

/** How the device looks as it is held. */
export const deviceLook = ({
  device,
  isSideways,
}: Pick<StageSetUp, 'device' | 'isSideways'>): DeviceLook => {
  const look = looks[device];
  return isSideways && device !== 'free' ? { ...look, rim: turned(look.rim) } : look;
};
