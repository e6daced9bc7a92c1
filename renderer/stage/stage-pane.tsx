import { useStage } from '../app/window-context.ts';
import { Caption } from './caption.tsx';
import { Filmstrip } from './film/filmstrip.tsx';
import { Platform } from './platform.tsx';
import './stage.css';
import { StepBar } from './step-bar.tsx';
import { StageToolbar } from './toolbar/toolbar.tsx';
import { classNames } from '../ui/class-names.ts';
import { useDeviceScreen, useSetUp } from './use-stage.ts';

/** The paywall as a customer would get it, and how it is looked at. */
export const StagePane = () => {
  const { isFilmstrip } = useSetUp();
  const { size } = useDeviceScreen();
  const hasPaper = useStage(({ paper }) => paper !== null);
  // What stands upright leaves room at its sides, and none above.
  const isBeside = size.height > size.width;
  return (
    <div className="stage">
      <StageToolbar />
      <Caption />
      <div className={classNames('stage__body', isBeside && 'stage__body--beside')}>
        <Platform />
        {isFilmstrip && hasPaper ? <Filmstrip isBeside={isBeside} /> : null}
      </div>
      {hasPaper ? <StepBar /> : null}
    </div>
  );
};
