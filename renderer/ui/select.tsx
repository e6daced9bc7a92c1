import './select.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly word: string;
  /** What it stands under; undefined: under nothing. */
  readonly group?: string;
}

const optionsOf = <Value extends string>(options: readonly SelectOption<Value>[]) =>
  options.map(({ value, word }) => (
    <option key={value} value={value}>
      {word}
    </option>
  ));

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One of several, by the system's own list. */
export const Select = <Value extends string>({
  label,
  value,
  options,
  onChange,
}: SelectProps<Value>) => (
  <select
    className="select"
    aria-label={label}
    value={value}
    onChange={({ target }) => {
      const chosen = options.find((option) => option.value === target.value);
      if (chosen !== undefined) onChange(chosen.value);
    }}
  >
    {[...Map.groupBy(options, ({ group }) => group)].map(([group, members]) =>
      group === undefined ? (
        optionsOf(members)
      ) : (
        <optgroup key={group} label={group}>
          {optionsOf(members)}
        </optgroup>
      ),
    )}
  </select>
);
