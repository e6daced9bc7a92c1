import './preview.css';
import type {
  Moment,
  Preview,
  PreviewEvent,
  ShownPaywall,
} from '../../shared/paywall/preview-page.ts';
import { samplePicture } from './picture.ts';
import { hiddenHeight, measure } from './measure.ts';
import { textPieces } from './text-pieces.ts';
import { settle } from './settle.ts';
import { createStage } from './stage.ts';

declare global {
  interface Window {
    preview: Preview;
  }
}

const target = document.querySelector<HTMLElement>('#stage');
if (target === null) throw new Error('The page has no #stage.');

const events: PreviewEvent[] = [];
const stage = createStage(target, (event) => events.push(event));

window.preview = Object.freeze({
  show: (paywall: ShownPaywall, moment: Moment | null) => stage.show(paywall, moment),
  clear: () => stage.clear(),
  settle: () => settle(target, stage.fontAddresses()),
  measure: () => measure(target),
  textPieces: () => textPieces(target),
  setTextHidden: (isHidden: boolean) => {
    document.documentElement.classList.toggle('is-text-hidden', isHidden);
  },
  samplePicture,
  hiddenHeight: () => hiddenHeight(target),
  takeEvents: () => events.splice(0),
});
