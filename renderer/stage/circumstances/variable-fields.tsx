import type { Outline } from '../../../shared/workflow/outline.ts';
import { useStageDeeds } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { Select } from '../../ui/select.tsx';
import { useSetUp } from '../use-stage.ts';
import { Field, ParsedField } from './field.tsx';

const words = messages.stage.circumstances;

type Variable = Outline['customVariables'][number];
type Value = string | number | boolean;

interface VariableFieldProps {
  readonly variable: Variable;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

const parseNumber = (text: string): number | null =>
  text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text);

const parseText = (text: string): string => text;

const VariableField = ({ variable: { name, type }, value, onChange }: VariableFieldProps) => {
  if (type === 'boolean')
    return (
      <Field caption={name}>
        <Select
          label={name}
          value={value === true ? 'true' : 'false'}
          options={[
            { value: 'true', word: words.variableTrue },
            { value: 'false', word: words.variableFalse },
          ]}
          onChange={(chosen) => onChange(chosen === 'true')}
        />
      </Field>
    );
  return (
    <ParsedField<string | number>
      label={name}
      caption={name}
      value={value === null ? '' : String(value)}
      problem={words.noNumber}
      parse={type === 'number' ? parseNumber : parseText}
      onChange={onChange}
    />
  );
};

/** What an app tells the paywall, each in its own kind. */
export const VariableFields = ({ variables }: { readonly variables: readonly Variable[] }) => {
  const { customVariables } = useSetUp();
  const { change } = useStageDeeds();
  return (
    <div className="circumstances__variables">
      {variables.map((variable) => (
        <VariableField
          key={variable.name}
          variable={variable}
          value={
            Object.hasOwn(customVariables, variable.name)
              ? (customVariables[variable.name] ?? null)
              : variable.defaultValue
          }
          onChange={(value) =>
            change({ customVariables: { ...customVariables, [variable.name]: value } })
          }
        />
      ))}
    </div>
  );
};
