import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Argument, CallName } from '../../shared/contract/calls.ts';
import type { Outcome } from '../../shared/contract/outcome.ts';
import { reservedActions } from '../../shared/paywall/actions.ts';
import { type DeviceId, deviceIds } from '../../shared/stage/devices.ts';
import type { FrameArea, FrameEvent } from '../../shared/stage/frame-messages.ts';
import { type StageChange, type StageSetUp, defaultStage } from '../../shared/stage/set-up.ts';
import { stepsInOrder } from '../../shared/workflow/step-order.ts';
import { messages } from '../messages.ts';
import type { StageDirector } from './stage-director.ts';
import {
  cameBack,
  left,
  lookedAtOtherwise,
  openedAgain,
  packageSelected,
  pressed,
  reported,
  wentBack,
  wentBackTo,
  wentTo,
} from './stage-moves.ts';
import { type Saying, deadButton, sayingOf } from './stage-note.ts';
import { setUpWith } from './stage-set-up.ts';
import type { ScreenReport, StageState, StageTrouble } from './stage-store.ts';
import type { Stores } from './stores.ts';
import { createTellFailure } from './tell-failure.ts';

type DeedsBridge = Pick<
  Bridge,
  'changeStage' | 'openLink' | 'takePictures' | 'cancelPictures' | 'showPictures'
>;

interface DeedsOptions {
  readonly bridge: DeedsBridge;
  readonly stores: Stores;
  readonly director: StageDirector;
  readonly now: () => number;
}

const heldDevices: readonly (DeviceId | 'free')[] = [...deviceIds, 'free'];

/** These change nothing of what is drawn on a screen. */
const ofWindowOnly: ReadonlySet<string> = new Set(['zoom', 'isFilmstrip']);

const words = messages.stage.notes;

/** Everything that a person can set off on the stage. */
export type StageDeeds = ReturnType<typeof createStageDeeds>;

export const createStageDeeds = ({ bridge, stores, director, now }: DeedsOptions) => {
  const { stage, app, notices } = stores;
  let notes = 0;

  const tell = createTellFailure(notices);

  const settle = async (name: CallName, call: Promise<Outcome<unknown>>): Promise<boolean> => {
    const outcome = await call;
    if (!outcome.ok) tell(name, outcome.problem);
    return outcome.ok;
  };

  const move = (step: (state: StageState) => StageState): void => stage.setState(step, true);

  const say = ({ text, url }: Saying): void => {
    notes += 1;
    stage.setState({ note: { text, url, id: notes } });
  };

  const setUp = (): StageSetUp =>
    setUpWith(app.getState().app?.documents.stage ?? defaultStage, stage.getState().pending);

  const change = (changed: StageChange): void => {
    if (Object.keys(changed).some((key) => !ofWindowOnly.has(key))) move(lookedAtOtherwise);
    stage.setState(({ pending }) => ({ pending: { ...pending, ...changed } }));
    void settle('changeStage', bridge.changeStage(changed as Argument<'changeStage'>)).then(
      (isDone) => {
        if (!isDone) stage.setState({ pending: {} });
      },
    );
  };

  const leave = (): void => {
    const offerings = app.getState().app?.rows.offerings;
    move((state) => left(state, (id) => offerings?.has(id) === true));
  };

  const back = (): void => {
    const next = wentBack(stage.getState());
    if (next !== null) {
      move(() => next);
      return;
    }
    if (stage.getState().exit !== null) move(cameBack);
    else say({ text: words.noBack, url: null });
  };

  const press = (componentId: string): void => {
    const next = pressed(stage.getState(), componentId);
    if (next === null) say(deadButton);
    else move(() => next);
  };

  const act = (event: FrameEvent): void => {
    const saying = sayingOf(event);
    if (saying !== null) say(saying);
    else if (event.kind === 'back') {
      const next = wentBack(stage.getState());
      if (next === null) leave();
      else move(() => next);
    } else if (event.kind === 'action') {
      if (event.actionId === reservedActions.closeWorkflow) leave();
      else press(event.actionId);
    }
  };

  const goBeside = (by: 1 | -1): void => {
    const { paper } = stage.getState();
    if (paper === null) return;
    const steps = stepsInOrder(paper.outline).filter(({ screenId }) => screenId !== null);
    const place = steps.findIndex(({ id }) => id === paper.walk?.stepId);
    const next = steps[place + by];
    if (next !== undefined) move((state) => wentTo(state, next.id));
    else say({ text: by === 1 ? words.lastScreen : words.firstScreen, url: null });
  };

  const changeDevice = (by: 1 | -1): void => {
    const place = heldDevices.indexOf(setUp().device) + by + heldDevices.length;
    const device = heldDevices[place % heldDevices.length];
    if (device !== undefined) change({ device });
  };

  return Object.freeze({
    change,
    changeDevice,
    turnDevice: () => change({ isSideways: !setUp().isSideways }),
    turnLight: () => change({ colorMode: setUp().colorMode === 'dark' ? 'light' : 'dark' }),
    turnFilmstrip: () => change({ isFilmstrip: !setUp().isFilmstrip }),

    act,
    back,
    backTo: (place: number) => move((state) => wentBackTo(state, place)),
    goTo: (stepId: string) => move((state) => wentTo(state, stepId)),
    goBeside,
    /** At an area of a screen, or at what is drawn for a place of its JSON. */
    point: (stepId: string, area: FrameArea | null, place: string | null = null) =>
      move((state) => ({
        ...wentTo(state, stepId),
        pointed: area === null ? null : { stepId, area },
        sought: area !== null || place === null ? null : { stepId, place },
        isSoughtSeen: null,
      })),
    comeBack: () => move(cameBack),
    openAgain: () => move((state) => openedAgain(state, now())),
    dismissNote: () => stage.setState({ note: null }),

    selectPackage: (packageId: string | null) => move((state) => packageSelected(state, packageId)),
    report: (screenId: string, report: Partial<ScreenReport>) =>
      move((state) => reported(state, screenId, report)),
    fail: (trouble: StageTrouble) => stage.setState({ trouble }),
    tryAgain: () => {
      const isUnreadable = stage.getState().trouble?.kind === 'unreadable';
      stage.setState(({ attempt }) => ({ trouble: null, attempt: attempt + 1 }));
      if (isUnreadable) director.readAgain();
    },

    openLink: (url: string) => void settle('openLink', bridge.openLink({ url })),
    takePictures: (wanted: Argument<'takePictures'>) =>
      void settle('takePictures', bridge.takePictures(wanted)),
    cancelPictures: () => void settle('cancelPictures', bridge.cancelPictures(null)),
    showPictures: () => void settle('showPictures', bridge.showPictures(null)),
  });
};
