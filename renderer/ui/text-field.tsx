import { type InputHTMLAttributes, useId } from 'react';
import { classNames } from './class-names.ts';
import './text-field.css';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'aria-label'> {
  readonly label: string;
  /** What is wrong with what was typed; null: nothing. */
  readonly problem?: string | null;
}

/** A line of text, with what is wrong with it below. */
export const TextField = ({ label, problem = null, className, ...rest }: TextFieldProps) => {
  const problemId = useId();
  return (
    <span className="text-field">
      <input
        type="text"
        className={classNames('text-field__input', className)}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        autoComplete="off"
        spellCheck={false}
        {...rest}
      />
      {problem === null ? null : (
        <span id={problemId} role="alert" className="text-field__problem">
          {problem}
        </span>
      )}
    </span>
  );
};
