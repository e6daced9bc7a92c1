import { reservedActions } from '../../shared/paywall/actions.ts';
import type { FrameEvent } from '../../shared/stage/frame-messages.ts';
import { messages } from '../messages.ts';

const words = messages.stage.notes;

/** What is said on the stage: what a phone would do now. */
export interface Saying {
  readonly text: string;
  /** What a person may want to open; null: nothing. */
  readonly url: string | null;
}

const say = (text: string): Saying => ({ text, url: null });

const isHttps = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:';

const ofUrl = (text: string, url: string): Saying =>
  isHttps(url) ? { text, url } : say(words.unsafeUrl(url));

const ofReserved: Readonly<Record<string, Saying>> = {
  [reservedActions.restorePurchases]: say(words.restore),
  [reservedActions.offerCode]: say(words.offerCode),
  [reservedActions.webPaywallLink]: say(words.webPaywall),
  [reservedActions.purchase]: say(words.purchaseNothing),
  [reservedActions.nothing]: say(words.nothing),
};

/** What is said of a press that does not move anything here; null: it does, or is nothing to tell. */
export const sayingOf = (event: FrameEvent): Saying | null => {
  switch (event.kind) {
    case 'purchase':
      return say(words.purchase(event.packageId));
    case 'restore':
      return say(words.restore);
    case 'customer-center':
      return say(words.customerCenter);
    case 'url':
      return ofUrl(words.url(event.url), event.url);
    case 'complete':
      return ofUrl(words.complete(event.url), event.url);
    case 'error':
      return say(words.failed(event.message));
    case 'action':
      return Object.hasOwn(ofReserved, event.actionId)
        ? (ofReserved[event.actionId] ?? null)
        : null;
    case 'back':
    case 'input':
    case 'interaction':
      return null;
  }
};

export const deadButton: Saying = say(words.dead);
