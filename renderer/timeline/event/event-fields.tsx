import type { TimelineEvent } from '../../../shared/timeline.ts';

const text = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** All that an event says, as it is exported. */
export const EventFields = ({ event }: { readonly event: TimelineEvent }) => (
  <dl className="event-pane__fields">
    {Object.entries(event).map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <bdi>{text(value)}</bdi>
        </dd>
      </div>
    ))}
  </dl>
);
