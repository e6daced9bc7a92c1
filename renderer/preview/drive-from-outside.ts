import type { Preview, PreviewEvent } from '../../shared/paywall/preview-page.ts';
import { hiddenHeight, measure, measureContrast } from './measure.ts';
import { samplePicture } from './picture.ts';
import { createPresenter } from './presenter.ts';
import { layOut, shrink } from './sheet.ts';
import { settle } from './settle.ts';
import { createStage } from './stage.ts';
import { textPieces } from './text-pieces.ts';

/** What whoever takes pictures drives the page by. */
export const driveFromOutside = (target: HTMLElement): Preview => {
  const events: PreviewEvent[] = [];
  const report = (event: PreviewEvent): void => void events.push(presenter.hear(event));
  const stage = createStage(target, report);
  const presenter = createPresenter(stage, report);
  return Object.freeze<Preview>({
    load: async (json) => presenter.load(json),
    present: async (request) => presenter.present(request, () => undefined),
    show: async (paywall, moment) => {
      presenter.clear();
      stage.show(paywall, moment);
    },
    clear: async () => presenter.clear(),
    settle: () => settle(target, stage.fontAddresses()),
    measure: () => measure(target),
    measureContrast: () => measureContrast(target),
    textPieces: () => textPieces(target),
    setTextHidden: (isHidden) => {
      document.documentElement.classList.toggle('is-text-hidden', isHidden);
    },
    samplePicture,
    shrink,
    layOut,
    hiddenHeight: () => hiddenHeight(target),
    takeEvents: () => events.splice(0),
  });
};
