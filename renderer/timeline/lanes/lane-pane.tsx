import { useId, useMemo, useRef } from 'react';
import { laneOf } from '../../../shared/timeline/lane.ts';
import { eventWords } from '../../../shared/words.ts';
import { useNow, useStores, useTimeline } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { chainOf } from '../../state/why.ts';
import { useSize } from '../../ui/use-size.ts';
import { choose } from '../choose.ts';
import { stepFrom } from '../list/step-from.ts';
import type { Shown } from '../use-shown.ts';
import { axisHeight } from './draw-axis.ts';
import { eventAt } from './hit-test.ts';
import { LaneLabels } from './lane-labels.tsx';
import { laneRowsFor, lanesShown } from './lane-rows.ts';
import { landOf } from './land.ts';
import type { Anchor, Scene } from './scene.ts';
import { useLaneHands } from './use-lane-hands.ts';
import { useLanePicture } from './use-lane-picture.ts';
import { rangeOf } from './view.ts';
import './lanes.css';

const words = messages.timeline.lanes;
const labelWidth = 112;

/** The chosen event and what led to it, where they stand. */
const anchorsOf = ({ ring, lanes }: Shown, chosen: number | null): readonly Anchor[] =>
  chosen === null
    ? []
    : chainOf(ring, chosen).flatMap((event) => {
        const place = lanes.placeOf(event.eventId);
        return place === null ? [] : [{ place, lane: laneOf(event) }];
      });

/** What happened side by side, along the time; drawn, so everything in it is in the list as well. */
export const LanePane = ({ shown }: { readonly shown: Shown }) => {
  const stores = useStores();
  const { timeline } = stores;
  const { ring, lanes, after, upTo, version } = shown;
  const view = useTimeline((state) => state.view);
  const chosen = useTimeline((state) => state.chosen);
  const now = useNow();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const keysId = useId();
  const size = useSize(frame);

  const width = Math.max(0, (size?.width ?? 0) - labelWidth);
  const hasPhone = lanes.has('phone');
  const rows = useMemo(
    () => laneRowsFor((size?.height ?? 0) - axisHeight, lanesShown(hasPhone)),
    [size?.height, hasPhone],
  );
  const land = landOf(lanes, { after, upTo, now });
  const range = land === null ? null : rangeOf(view, land);
  // The ring is written in place, so it is the version that says when to look again.
  const chain = useMemo(() => anchorsOf(shown, chosen), [ring, lanes, version, chosen]);
  const scene: Scene | null =
    land === null || range === null
      ? null
      : {
          lanes,
          rows,
          range,
          width,
          now: land.to,
          after,
          upTo,
          chain,
          find: (eventId) => ring.find(eventId),
        };

  useLanePicture(canvas, scene);
  const { onKeyDown, ...pointer } = useLaneHands(canvas, {
    view,
    land,
    width,
    onView: (next) => timeline.setState({ view: next }),
    onPoint: (x, y) => {
      if (range === null) return;
      choose(stores, eventAt(lanes, rows, { range, width, after, upTo }, { x, y }));
    },
    onStep: (by) => {
      const next = stepFrom(shown.rows, chosen, by);
      if (next !== null) choose(stores, next.eventId);
    },
  });

  const event = chosen === null ? null : ring.find(chosen);
  return (
    <div
      ref={frame}
      role="group"
      aria-label={words.label}
      aria-describedby={keysId}
      tabIndex={0}
      className="lanes"
      onKeyDown={onKeyDown}
    >
      <span id={keysId} hidden>
        {words.keys}
      </span>
      <LaneLabels rows={rows} />
      <canvas
        ref={canvas}
        role="img"
        aria-label={event === null ? words.label : eventWords(event)}
        className="lanes__canvas"
        style={{ width, height: axisHeight + rows.height }}
        {...pointer}
      />
    </div>
  );
};
