import { messages } from '../../messages.ts';
import { axisHeight } from './draw-axis.ts';
import type { LaneRows } from './lane-rows.ts';

const words = messages.timeline.lanes;

/** The names of the lanes, each beside its own. */
export const LaneLabels = ({ rows }: { readonly rows: LaneRows }) => (
  <ul
    className="lanes__labels"
    aria-label={words.label}
    style={{ height: axisHeight + rows.height }}
  >
    {rows.groups.map(({ group, top, height }) => (
      <li key={group} className="lanes__label" style={{ top: axisHeight + top, height }}>
        <span className="clipped">{words.names[group]}</span>
      </li>
    ))}
  </ul>
);
