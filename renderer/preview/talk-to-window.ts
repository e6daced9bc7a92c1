import { eachOnce } from '../../shared/paywall/each-once.ts';
import type { PreviewEvent } from '../../shared/paywall/preview-page.ts';
import type { ScreenRequest, ToFrame } from '../../shared/stage/frame-messages.ts';
import { forwardKeys } from './forward-keys.ts';
import type { FrameParent } from './frame-parent.ts';
import { measure, measureContrast } from './measure.ts';
import { messageOf } from '../../shared/error-text.ts';
import { createOutline } from './outline.ts';
import { createPresenter } from './presenter.ts';
import { readMessage } from './read-message.ts';
import { rested } from './settle.ts';
import { createStage } from './stage.ts';
import { afterMs } from './waiting.ts';

/** Shows what the window wants to be shown, and tells it what becomes of that. */
export const talkToWindow = (target: HTMLElement, { send, listen }: FrameParent): void => {
  const outline = createOutline();
  /** What is asked for, and what is on the stage: never answered for one when it is the other. */
  let wanted: number | null = null;
  let shown: number | null = null;
  let settled: number | null = null;

  const report = (told: PreviewEvent): void => {
    const [event, turn] = [presenter.hear(told), shown];
    // What is reported while a screen is mounted comes after the answer that it is shown.
    queueMicrotask(() => {
      if (turn !== null && turn === wanted) send({ kind: 'event', turn, event });
    });
  };
  const stage = createStage(target, report);
  const presenter = createPresenter(stage, report);

  const present = (turn: number, request: ScreenRequest): boolean => {
    shown = turn;
    try {
      const screen = presenter.present(request, (packageId) => {
        if (turn === wanted) send({ kind: 'selected', turn, packageId });
      });
      send({ kind: 'shown', turn, ...screen, problems: [...screen.problems] });
      return true;
    } catch (error) {
      presenter.clear();
      send({ kind: 'failed', turn, message: messageOf(error) });
      return false;
    }
  };

  const show = async (turn: number, request: ScreenRequest): Promise<void> => {
    wanted = turn;
    // Where several are asked for in a row, only the last one is mounted.
    await afterMs(0);
    if (turn !== wanted || !present(turn, request)) return;
    await rested(target, stage.fontAddresses());
    if (turn !== wanted) return;
    const findings = eachOnce([...(await measure(target)), ...measureContrast(target)]);
    if (turn !== wanted) return;
    settled = turn;
    send({ kind: 'settled', turn, findings: [...findings] });
  };

  /** What scrolls takes the line away, so it is drawn once that is over. */
  const find = async (place: string): Promise<void> => {
    outline.remove();
    const turn = shown;
    const { isInComponent, element } = presenter.elementAt(place);
    if (turn === null) return;
    // What is around the components has no place on a screen, and nobody looks for it there.
    send({ kind: 'found', turn, isFound: element !== null || !isInComponent });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    await afterMs(50);
    if (element?.isConnected === true && turn === shown)
      outline.draw(element.getBoundingClientRect(), 'sought');
  };

  /** With Alt held down a press asks what is there, instead of doing it. */
  const pick = (event: MouseEvent): void => {
    if (!event.altKey || shown === null || !(event.target instanceof Element)) return;
    const place = presenter.placeOf(event.target);
    event.preventDefault();
    event.stopPropagation();
    if (place !== null) send({ kind: 'picked', turn: shown, place });
  };
  addEventListener('click', pick, { capture: true });

  const obey = (message: ToFrame): void => {
    switch (message.kind) {
      case 'ping':
        send({ kind: 'pong', turn: message.turn });
        break;
      case 'load':
        presenter.load(message.json);
        break;
      case 'show':
        outline.remove();
        void show(message.turn, message.request);
        break;
      case 'prepare':
        // Until a screen has been measured, it is the only one that is there.
        if (settled === wanted) presenter.prepare(message.requests);
        break;
      case 'clear':
        wanted = null;
        outline.remove();
        presenter.clear();
        break;
      case 'point':
        outline.remove();
        if (message.area !== null) outline.draw(message.area);
        break;
      case 'find':
        void find(message.place);
        break;
    }
  };

  listen((data) => {
    const message = readMessage(data);
    if (message !== null) obey(message);
  });
  forwardKeys(send);
  send({ kind: 'ready' });
};
