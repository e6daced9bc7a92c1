import './preview.css';
import type { Preview } from '../../shared/paywall/preview-page.ts';
import { driveFromOutside } from './drive-from-outside.ts';
import { frameParent } from './frame-parent.ts';
import { talkToWindow } from './talk-to-window.ts';

declare global {
  interface Window {
    preview: Preview;
  }
}

const target = document.querySelector<HTMLElement>('#stage');
if (target === null) throw new Error('The page has no #stage.');

const parent = frameParent();
if (parent === null) window.preview = driveFromOutside(target);
else talkToWindow(target, parent);
