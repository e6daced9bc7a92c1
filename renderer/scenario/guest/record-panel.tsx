import { type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RecordingGuest } from '../../../shared/contract/documents.ts';
import { useActions } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { userName } from '../../state/user-name.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

const words = messages.guest;

const Steps = ({ guest: { listed, steps } }: { readonly guest: RecordingGuest }) => {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [steps]);
  const before = steps - listed.length;
  return (
    <div className="guest-panel__scroll" tabIndex={0} role="group" aria-label={words.steps}>
      {before === 0 ? null : <p className="guest-panel__hint">{words.earlier(before)}</p>}
      <ol ref={list} aria-label={words.steps}>
        {listed.map(({ number, words: phrase }) => (
          <li key={number} className="guest-step guest-step--done">
            <div className="guest-step__line">
              <span className="guest-step__number">{messages.number(number)}</span>
              <span className="guest-step__words">{phrase}</span>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
};

/** Asks what it is called, and shows what is saved. */
const SaveForm = ({ id, text }: { readonly id: string; readonly text: string }) => {
  const { saveScenario } = useActions();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const canSave = name.trim() !== '';
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (canSave) saveScenario(id, name, description);
  };
  return (
    <form ref={form} aria-label={words.nameIt} className="guest-panel__save" onSubmit={save}>
      <p>{words.stopped}</p>
      <label className="guest-panel__field">
        <span aria-hidden>{words.name}</span>
        <TextField
          label={words.name}
          value={name}
          maxLength={200}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <label className="guest-panel__field">
        <span aria-hidden>{words.description}</span>
        <TextField
          label={words.description}
          value={description}
          maxLength={1_000}
          onChange={({ target }) => setDescription(target.value)}
        />
      </label>
      <Button type="submit" look="guest" isIdle={!canSave} onClick={() => undefined}>
        {words.save}
      </Button>
      <pre tabIndex={0} role="group" aria-label={words.text} className="guest-panel__text">
        {text}
      </pre>
    </form>
  );
};

/** What was recorded so far; when it is over, what it is called. */
export const RecordPanel = ({ guest }: { readonly guest: RecordingGuest }) => {
  const { id, rules, user, steps, text } = guest;
  return (
    <>
      <header className="guest-panel__head">
        <h2 className="guest-panel__name">{words.recordLabel}</h2>
        <p className="guest-panel__hint">
          {words.recording(messages.rules[rules], userName(user))}
        </p>
      </header>
      {text === null ? <Steps guest={guest} /> : <SaveForm id={id} text={text} />}
      <footer className="guest-panel__foot">
        <p role="status">{words.recordedSteps(steps)}</p>
      </footer>
    </>
  );
};
