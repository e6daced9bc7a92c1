import { type ReactNode, useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';

interface FieldProps {
  readonly caption: string;
  readonly children: ReactNode;
}

/** A caption above what is filled in; the control has a name of its own. */
export const Field = ({ caption, children }: FieldProps) => (
  <div className="field">
    <span aria-hidden className="field__caption">
      {caption}
    </span>
    {children}
  </div>
);

interface ParsedFieldProps<Value> {
  readonly label: string;
  readonly caption: string;
  readonly value: string;
  readonly problem: string;
  readonly parse: (text: string) => Value | null;
  readonly onChange: (value: Value) => void;
}

/** A line of text that takes effect as soon as it makes sense, and says so where it does not. */
export const ParsedField = <Value,>(props: ParsedFieldProps<Value>) => {
  const { label, caption, value, problem, parse, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && parse(typed) === null;
  return (
    <Field caption={caption}>
      <TextField
        label={label}
        value={typed ?? value}
        problem={isWrong ? problem : null}
        onChange={({ target }) => {
          setTyped(target.value);
          const parsed = parse(target.value);
          if (parsed !== null) onChange(parsed);
        }}
        // What was wrong is forgotten; what was right stands there as it is written here.
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
};

interface CheckProps {
  readonly label: string;
  readonly word: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A box to tick. */
export const Check = ({ label, word, isOn, onChange }: CheckProps) => (
  <label className="check">
    <input
      type="checkbox"
      aria-label={label}
      checked={isOn}
      onChange={({ target }) => onChange(target.checked)}
    />
    {word}
  </label>
);
