import './select.css';

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly word: string }[];
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
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.word}
      </option>
    ))}
  </select>
);
