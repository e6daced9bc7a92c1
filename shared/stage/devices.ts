/** How far each edge of a screen is taken by the system, in points. */
export interface SafeArea {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** A screen that people hold, upright. */
export interface Device {
  readonly name: string;
  readonly size: ScreenSize;
  readonly safeArea: SafeArea;
  /** The same held sideways. */
  readonly safeAreaSideways: SafeArea;
  readonly cornerRadius: number;
  readonly pixelsPerPoint: number;
  readonly store: 'apple' | 'google';
}

const edges = (top: number, right: number, bottom: number, left: number): SafeArea => ({
  top,
  right,
  bottom,
  left,
});

/** Of a screen that has nothing but its size. */
export const noSafeArea = edges(0, 0, 0, 0);

/** In points, as the makers' own documentation has them. */
export const devices = {
  'iphone-small': {
    name: 'iPhone SE',
    size: { width: 375, height: 667 },
    safeArea: edges(20, 0, 0, 0),
    safeAreaSideways: edges(0, 0, 0, 0),
    cornerRadius: 0,
    pixelsPerPoint: 2,
    store: 'apple',
  },
  iphone: {
    name: 'iPhone 16',
    size: { width: 393, height: 852 },
    safeArea: edges(59, 0, 34, 0),
    safeAreaSideways: edges(0, 59, 21, 59),
    cornerRadius: 55,
    pixelsPerPoint: 3,
    store: 'apple',
  },
  'iphone-large': {
    name: 'iPhone 16 Pro Max',
    size: { width: 440, height: 956 },
    safeArea: edges(62, 0, 34, 0),
    safeAreaSideways: edges(0, 62, 21, 62),
    cornerRadius: 62,
    pixelsPerPoint: 3,
    store: 'apple',
  },
  'android-small': {
    name: 'Small Android phone',
    size: { width: 360, height: 640 },
    safeArea: edges(24, 0, 48, 0),
    safeAreaSideways: edges(24, 48, 0, 0),
    cornerRadius: 8,
    pixelsPerPoint: 2,
    store: 'google',
  },
  android: {
    name: 'Pixel 8',
    size: { width: 412, height: 915 },
    safeArea: edges(48, 0, 24, 0),
    safeAreaSideways: edges(24, 0, 24, 48),
    cornerRadius: 40,
    pixelsPerPoint: 2.625,
    store: 'google',
  },
  ipad: {
    name: 'iPad Air 11″',
    size: { width: 820, height: 1180 },
    safeArea: edges(24, 0, 20, 0),
    safeAreaSideways: edges(24, 0, 20, 0),
    cornerRadius: 18,
    pixelsPerPoint: 2,
    store: 'apple',
  },
} as const satisfies Readonly<Record<string, Device>>;

export type DeviceId = keyof typeof devices;
export const deviceIds = Object.keys(devices) as readonly DeviceId[];
