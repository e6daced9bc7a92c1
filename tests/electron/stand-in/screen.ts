import type { Display, Screen } from 'electron';
import { EventEmitter } from 'node:events';
import { life } from './life.ts';
import { options } from './options.ts';

type Imitated = Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>;

/** One screen, with a panel below its work area. */
const display = (): Display => {
  const { workArea } = options;
  const bounds = { ...workArea, height: workArea.height + 40 };
  const only: Pick<Display, 'id' | 'bounds' | 'workArea' | 'scaleFactor'> = {
    id: 1,
    bounds,
    workArea: { ...workArea },
    scaleFactor: 1,
  };
  return only as Display;
};

class ScreenStandIn extends EventEmitter implements Imitated {
  getPrimaryDisplay(): Display {
    life.needReady('The screen module');
    return display();
  }

  getAllDisplays(): Display[] {
    return [this.getPrimaryDisplay()];
  }
}

export const screen = new ScreenStandIn();
