import { CircleAlert } from 'lucide-react';
import { everything, narrowings } from '../../../shared/timeline/filter.ts';
import { laneGroups } from '../../../shared/timeline/lane.ts';
import { eventTypes } from '../../../shared/timeline.ts';
import { useStores, useTimeline } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import type { EventBook } from '../../state/event-book.ts';
import { userName } from '../../state/user-name.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

const words = messages.timeline.filter;
const any = '';

interface FieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly word: string }[];
  readonly onChange: (value: string | null) => void;
}

/** One of several, or any. */
const Field = ({ label, value, options, onChange }: FieldProps) => (
  <label className="timeline__field">
    <span>{label}</span>
    <Select
      label={label}
      value={value ?? any}
      options={[{ value: any, word: words.any }, ...options]}
      onChange={(chosen) => onChange(chosen === any ? null : chosen)}
    />
  </label>
);

const laneOptions = laneGroups.map((value) => ({
  value,
  word: messages.timeline.lanes.names[value],
}));
const typeOptions = eventTypes
  .map((value) => ({ value, word: messages.eventTypes[value] }))
  .toSorted((one, other) => one.word.localeCompare(other.word));

const Fields = ({ book }: { readonly book: EventBook }) => {
  const { timeline } = useStores();
  const filter = useTimeline((state) => state.filter);
  const users = [...book.users].map((value) => ({ value, word: userName(value) }));
  const generations = [...book.generations]
    .toSorted((one, other) => one - other)
    .map((generation) => ({ value: String(generation), word: String(generation) }));
  return (
    <div className="timeline__fields">
      <Field
        label={words.lane}
        value={filter.lane}
        options={laneOptions}
        onChange={(lane) =>
          timeline.narrow({ lane: laneGroups.find((one) => one === lane) ?? null })
        }
      />
      <Field
        label={words.kind}
        value={filter.type}
        options={typeOptions}
        onChange={(type) =>
          timeline.narrow({ type: eventTypes.find((one) => one === type) ?? null })
        }
      />
      <Field
        label={words.user}
        value={filter.user}
        options={users}
        onChange={(user) => timeline.narrow({ user })}
      />
      <Field
        label={words.generation}
        value={filter.generation === null ? null : String(filter.generation)}
        options={generations}
        onChange={(value) => timeline.narrow({ generation: value === null ? null : Number(value) })}
      />
      <Button isSmall onClick={() => timeline.setState({ filter: everything })}>
        {words.clear}
      </Button>
    </div>
  );
};

/** Which events the list shows; the lanes always show all, so that what is beside them stays in sight. */
export const TimelineFilter = ({ book }: { readonly book: EventBook }) => {
  const { timeline } = useStores();
  const filter = useTimeline((state) => state.filter);
  const inPanel = narrowings({ ...filter, id: '', onlyProblems: false });
  const { id, onlyProblems } = filter;
  return (
    <search className="timeline__filter">
      <TextField
        label={words.id}
        type="search"
        className="timeline__id"
        placeholder={words.idPlaceholder}
        value={id}
        onChange={({ target }) => timeline.narrow({ id: target.value })}
      />
      <Popover
        label={inPanel === 0 ? words.more : words.moreOf(inPanel)}
        panelLabel={words.panel}
        button={inPanel === 0 ? words.more : words.moreOf(inPanel)}
      >
        {() => <Fields book={book} />}
      </Popover>
      <Button
        isSmall
        look={onlyProblems ? 'plain' : 'quiet'}
        icon={CircleAlert}
        aria-description={words.onlyProblems}
        aria-pressed={onlyProblems}
        className="timeline__problems"
        onClick={() => timeline.narrow({ onlyProblems: !onlyProblems })}
      >
        {words.problems(book.problems)}
      </Button>
    </search>
  );
};
