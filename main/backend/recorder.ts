import type { RequestScope } from '../../shared/faults.ts';
import type { Arrival, BackendRecord } from './backend.ts';

type Peaks = BackendRecord['peaks'];

/** Counts what arrives and what is being served at once. */
export interface Recorder {
  arrive(arrival: Arrival): void;
  /** How many requests have arrived since the start, whatever was marked. */
  readonly arrived: () => number;
  /** The request is being served until the returned function is called; again does nothing. */
  enter(scope: RequestScope): () => void;
  /** Raises the peaks to what is being served now. */
  measure(): void;
  record(): BackendRecord;
  mark(): void;
}

const nothingServed: Readonly<Record<RequestScope, number>> = {
  offerings: 0,
  list: 0,
  detail: 0,
  cdn: 0,
  asset: 0,
};

export const createRecorder = (): Recorder => {
  const serving = { ...nothingServed };
  let arrivals: Arrival[] = [];
  let arrived = 0;

  const now = (): Peaks => ({
    detail: serving.detail,
    cdn: serving.cdn,
    asset: serving.asset,
    download: serving.cdn + serving.asset,
  });
  let peaks = now();

  const highest = (one: Peaks, other: Peaks): Peaks => ({
    detail: Math.max(one.detail, other.detail),
    cdn: Math.max(one.cdn, other.cdn),
    asset: Math.max(one.asset, other.asset),
    download: Math.max(one.download, other.download),
  });

  return Object.freeze({
    arrive: (arrival: Arrival) => {
      arrived += 1;
      arrivals.push(arrival);
    },
    arrived: () => arrived,
    enter: (scope: RequestScope) => {
      let isInside = true;
      serving[scope] += 1;
      return () => {
        if (isInside) serving[scope] -= 1;
        isInside = false;
      };
    },
    measure: () => {
      peaks = highest(peaks, now());
    },
    record: () => ({ arrivals: [...arrivals], peaks }),
    mark: () => {
      arrivals = [];
      peaks = now();
    },
  });
};
