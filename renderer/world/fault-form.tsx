import { type ReactNode, type SyntheticEvent, useMemo, useState } from 'react';
import { type FaultScope, faultScopes } from '../../shared/faults.ts';
import { useListedItems } from '../app/use-listed-items.ts';
import { useActions } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import {
  type FaultForm as Form,
  type NumberField,
  canMeet,
  emptyForm,
  fieldsOf,
  hasIds,
  kindGroups,
  newFaultOf,
  problemsOf,
} from '../state/new-fault.ts';
import { Button } from '../ui/button.tsx';
import { Combobox, type ComboboxOption } from '../ui/combobox.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = messages.world.faults;

/** What is narrow first is what is broken most often. */
const scopeOrder: readonly FaultScope[] = [
  'all',
  'backend',
  ...faultScopes.filter((scope) => scope !== 'all' && scope !== 'backend'),
];

const scopeOptions = scopeOrder.map((value) => ({ value, word: words.scopes[value] }));

const fieldWords: Readonly<Record<NumberField, { readonly label: string; readonly unit: string }>> =
  {
    status: { label: words.status, unit: '' },
    times: { label: words.times, unit: '' },
    share: { label: words.share, unit: words.percent },
    latency: { label: words.latency, unit: words.ms },
    jitter: { label: words.jitter, unit: words.ms },
    rate: { label: words.rate, unit: '' },
  };

const placeholders: Readonly<Partial<Record<NumberField, string>>> = {
  times: words.untilHealed,
  rate: words.asFast,
};

/** By the id that requests go by: the workflow’s, or the offering’s where none is known. */
const useIdOptions = (): readonly ComboboxOption[] => {
  const { items } = useListedItems();
  return useMemo(
    () =>
      items.map(({ offering, workflow, id }) => ({
        value: workflow?.id ?? offering?.workflowId ?? id,
        word: offering === null ? (workflow?.displayName ?? id) : id,
        detail: workflow?.displayName ?? workflow?.id ?? '',
      })),
    [items],
  );
};

const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="fault-form__line">
    {/* The control is named the same, so a screen reader need not hear it twice. */}
    <span className="fault-form__label" aria-hidden>
      {label}
    </span>
    {children}
  </div>
);

/** Breaks anything for any requests: each kind, each scope, one or all, some times or for good. */
export const FaultForm = () => {
  const { breakOnPurpose } = useActions();
  const idOptions = useIdOptions();
  const [form, setForm] = useState<Form>(emptyForm);
  const [isTried, setIsTried] = useState(false);
  const problems = isTried ? problemsOf(form) : {};

  const change = (part: Partial<Form>): void =>
    setForm((before) => {
      const next = { ...before, ...part };
      return canMeet(next.what, next.kind) ? next : { ...next, kind: 'status' };
    });

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const fault = newFaultOf(form);
    setIsTried(fault === null);
    if (fault !== null) breakOnPurpose(fault);
  };

  const kindOptions = kindGroups.flatMap(({ group, kinds }) =>
    kinds
      .filter((kind) => canMeet(form.what, kind))
      .map((value) => ({ value, word: words.kinds[value], group: words.groups[group] })),
  );

  return (
    <form className="fault-drawer__section fault-form" aria-label={words.add} onSubmit={submit}>
      <h3 className="fault-drawer__heading">{words.add}</h3>
      <Line label={words.what}>
        <Select
          label={words.what}
          value={form.what}
          options={scopeOptions}
          onChange={(what) => change({ what, id: '' })}
        />
      </Line>
      {hasIds(form.what) ? (
        <Line label={words.which}>
          <Combobox
            label={words.which}
            placeholder={words.all}
            value={form.id}
            options={idOptions}
            noneFound={words.noneFound}
            onChange={(id) => change({ id })}
          />
        </Line>
      ) : null}
      <Line label={words.how}>
        <Select
          label={words.how}
          value={form.kind}
          options={kindOptions}
          onChange={(kind) => change({ kind })}
        />
      </Line>
      {fieldsOf(form.kind).map((field) => (
        <Line key={field} label={fieldWords[field].label}>
          <TextField
            label={fieldWords[field].label}
            inputMode="numeric"
            placeholder={placeholders[field]}
            value={form[field]}
            problem={problems[field] ?? null}
            onChange={({ target }) => change({ [field]: target.value })}
          />
          {fieldWords[field].unit === '' ? null : (
            <span className="fault-form__unit">{fieldWords[field].unit}</span>
          )}
        </Line>
      ))}
      <Button type="submit" look="on-purpose" className="fault-form__submit">
        {words.addButton}
      </Button>
    </form>
  );
};
