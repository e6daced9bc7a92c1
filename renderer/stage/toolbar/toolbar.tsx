import { GalleryHorizontalEnd, Moon, RectangleHorizontal, Smartphone, Sun } from 'lucide-react';
import { deviceIds, devices } from '../../../shared/stage/devices.ts';
import { isMac } from '../../app/is-mac.ts';
import { ariaKeysOf } from '../../app/shortcuts.ts';
import { messages } from '../../messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { CircumstancesButton } from '../circumstances/circumstances-button.tsx';
import { PicturesMenu } from '../pictures/pictures-menu.tsx';
import { useStageDeeds } from '../../app/window-context.ts';
import { useOutlineScreen, useSetUp } from '../use-stage.ts';
import { languageChange, languageOptions, languageValue } from './languages.ts';
import { nearestTextSize, textSizes } from './text-sizes.ts';
import './toolbar.css';

const words = messages.stage;

const deviceOptions = [
  ...deviceIds.map((value) => ({ value, word: devices[value].name })),
  { value: 'free' as const, word: words.freeSize },
];

const textOptions = textSizes.map(({ name, scale }) => ({
  value: name,
  word: words.textSizeOption(name, scale),
}));

const DeviceFields = () => {
  const { device, isSideways } = useSetUp();
  const { change } = useStageDeeds();
  return (
    <div className="stage-toolbar__group">
      <Select
        label={words.device}
        value={device}
        options={deviceOptions}
        onChange={(chosen) => change({ device: chosen })}
      />
      <IconButton
        icon={isSideways ? RectangleHorizontal : Smartphone}
        label={words.sideways}
        aria-pressed={isSideways}
        aria-keyshortcuts={ariaKeysOf('rotate', isMac)}
        onClick={() => change({ isSideways: !isSideways })}
      />
    </div>
  );
};

const LookFields = () => {
  const { colorMode, textScale, locale, pseudo } = useSetUp();
  const { change } = useStageDeeds();
  const screen = useOutlineScreen();
  const defaultLocale = screen?.defaultLocale ?? null;
  const isDark = colorMode === 'dark';
  return (
    <div className="stage-toolbar__group stage-toolbar__group--giving">
      <IconButton
        icon={isDark ? Moon : Sun}
        label={words.dark}
        aria-pressed={isDark}
        aria-keyshortcuts={ariaKeysOf('darkMode', isMac)}
        onClick={() => change({ colorMode: isDark ? 'light' : 'dark' })}
      />
      <Select
        label={words.language.label}
        value={languageValue({ locale, pseudo }, defaultLocale)}
        options={languageOptions(screen?.locales ?? [], defaultLocale, { locale, pseudo })}
        onChange={(value) => change(languageChange(value))}
      />
      <Select
        label={words.textSize}
        value={nearestTextSize(textScale).name}
        options={textOptions}
        onChange={(name) =>
          change({ textScale: textSizes.find((each) => each.name === name)?.scale ?? 1 })
        }
      />
    </div>
  );
};

const FilmstripSwitch = () => {
  const { isFilmstrip } = useSetUp();
  const { change } = useStageDeeds();
  return (
    <IconButton
      icon={GalleryHorizontalEnd}
      label={words.filmstrip.label}
      aria-pressed={isFilmstrip}
      aria-keyshortcuts={ariaKeysOf('filmstrip', isMac)}
      onClick={() => change({ isFilmstrip: !isFilmstrip })}
    />
  );
};

/** How the paywall is looked at. */
export const StageToolbar = () => (
  <div role="toolbar" aria-label={words.toolbar} className="stage-toolbar">
    <DeviceFields />
    <LookFields />
    <div className="stage-toolbar__group stage-toolbar__group--last">
      <CircumstancesButton />
      <FilmstripSwitch />
      <PicturesMenu />
    </div>
  </div>
);
