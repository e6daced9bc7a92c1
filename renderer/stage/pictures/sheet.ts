import type { Argument } from '../../../shared/contract/calls.ts';
import type { StageSetUp } from '../../../shared/stage/set-up.ts';

type Wanted = Argument<'takePictures'>;
export type Look = Wanted['looks'][number];
type Device = StageSetUp['device'];
type ColorMode = StageSetUp['colorMode'];

/** What is ticked for a sheet. */
export interface SheetChoice {
  readonly devices: readonly Device[];
  /** As the paywall writes them. */
  readonly locales: readonly string[];
  readonly colorModes: readonly ColorMode[];
}

/** More than these are refused. */
export const mostLooks = 500;

/** Every combination of what is ticked. */
export const looksOf = (
  { devices, locales, colorModes }: SheetChoice,
  { isSideways }: Pick<StageSetUp, 'isSideways'>,
): readonly Look[] =>
  devices.flatMap((device) =>
    locales.flatMap((locale) =>
      colorModes.map((colorMode) => ({ device, isSideways, colorMode, locale, pseudo: null })),
    ),
  );

/** What is on the stage now. */
export const lookOfStage = ({
  device,
  isSideways,
  colorMode,
  locale,
  pseudo,
}: StageSetUp): Look => ({ device, isSideways, colorMode, locale, pseudo });

/** With the value, or without it where it was there. */
export const toggled = <Value>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
