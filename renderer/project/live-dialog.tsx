import {
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useTransition,
} from 'react';
import { type LiveProject, livePlatforms } from '../../shared/contract/live.ts';
import { NoticeArea } from '../app/notice-area.tsx';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';
import {
  type LiveForm,
  type LiveMistakes,
  connectionOf,
  formOf,
  mistakesIn,
  shownMistakes,
} from './live-form.ts';
import './live-dialog.css';

const words = messages.live;

const platformOptions = livePlatforms.map((value) => ({ value, word: words.platforms[value] }));

interface LineProps {
  readonly label: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** One thing to fill in; its name is read with the field itself. */
const Line = ({ label, hint, children }: LineProps) => (
  <div className="live-form__line">
    <div aria-hidden>
      <p className="live-form__label">{label}</p>
      <p className="live-form__hint">{hint}</p>
    </div>
    {children}
  </div>
);

interface FieldsProps {
  readonly form: LiveForm;
  readonly mistakes: LiveMistakes;
  readonly known: LiveProject;
  readonly onChange: (change: Partial<LiveForm>) => void;
}

type TextName = Exclude<keyof LiveForm, 'platform' | 'apiKey'>;

const Fields = ({ form, mistakes, known, onChange }: FieldsProps) => {
  const { hasKey, keyProblem, note } = known;
  const text = (name: TextName, label: string, hint: string, placeholder?: string) => (
    <Line label={label} hint={hint}>
      <TextField
        label={`${label}. ${hint}`}
        className="live-form__input"
        placeholder={placeholder}
        value={form[name]}
        problem={name === 'user' ? null : mistakes[name]}
        onChange={({ target }) => onChange({ [name]: target.value })}
      />
    </Line>
  );
  return (
    <>
      <Line label={words.key} hint={hasKey ? words.keyKept : words.keyHint}>
        <TextField
          data-first
          type="password"
          autoComplete="new-password"
          label={`${words.key}. ${hasKey ? words.keyKept : words.keyHint}`}
          className="live-form__input"
          placeholder={hasKey ? words.keptPlaceholder : words.keyPlaceholder}
          value={form.apiKey}
          problem={mistakes.apiKey ?? (form.apiKey === '' ? keyProblem : null)}
          onChange={({ target }) => onChange({ apiKey: target.value })}
        />
      </Line>
      <p className="live-form__note">{note ?? words.keySafe}</p>
      {text('name', words.name, words.nameHint)}
      {text('host', words.host, words.hostHint)}
      {text('user', words.user, words.userHint, words.userPlaceholder)}
      <Line label={words.platform} hint={words.platformHint}>
        <Segmented
          label={`${words.platform}. ${words.platformHint}`}
          value={form.platform}
          options={platformOptions}
          onChange={(platform) => onChange({ platform })}
        />
      </Line>
      {text('locale', words.locale, words.localeHint)}
    </>
  );
};

interface LiveFormProps {
  readonly formId: string;
  readonly known: LiveProject;
  readonly onReady: (isReady: boolean) => void;
  readonly onSubmit: (form: LiveForm) => void;
}

const LiveFields = ({ formId, known, onReady, onSubmit }: LiveFormProps) => {
  const [form, setForm] = useState(() => formOf(known));
  const mistakes = mistakesIn(form, known.hasKey);
  const isReady = Object.values(mistakes).every((mistake) => mistake === null);
  useEffect(() => onReady(isReady), [onReady, isReady]);
  const element = useRef<HTMLFormElement>(null);
  // The fields come a moment after the dialog.
  useLayoutEffect(() => element.current?.querySelector<HTMLElement>('[data-first]')?.focus(), []);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isReady) onSubmit(form);
  };
  return (
    <form ref={element} id={formId} className="live-form" autoComplete="off" onSubmit={submit}>
      <Fields
        form={form}
        mistakes={shownMistakes(form, mistakes)}
        known={known}
        onChange={(change) => setForm({ ...form, ...change })}
      />
    </form>
  );
};

/** How the project is asked now; null: that is not known yet. */
const useKnown = (project: string | null): LiveProject | null => {
  const { readLive } = useActions();
  const [known, setKnown] = useState<LiveProject | null>(null);
  useEffect(() => {
    let isLate = false;
    void readLive(project).then((read) => {
      if (!isLate) setKnown(read);
    });
    return () => {
      isLate = true;
    };
  }, [readLive, project]);
  return known;
};

interface LiveDialogProps {
  /** The project is open, and is asked otherwise from now on; else another one is opened. */
  readonly isEdit: boolean;
  readonly onClose: () => void;
}

/** Asks for all that it takes to ask RevenueCat; what is typed as a key is never shown again. */
export const LiveDialog = ({ isEdit, onClose }: LiveDialogProps) => {
  const open = useApp(({ documents }) => documents.project.id);
  // Another window may open another one meanwhile.
  const [project] = useState(isEdit ? open : null);
  const known = useKnown(project);
  const { connectLive } = useActions();
  const [isReady, setReady] = useState(false);
  const [isConnecting, startConnecting] = useTransition();
  const formId = useId();
  const connect = (form: LiveForm): void =>
    startConnecting(async () => {
      if (await connectLive(connectionOf(form, project))) onClose();
    });
  const footer = (
    <>
      <Button onClick={onClose}>{messages.dialog.cancel}</Button>
      <Button type="submit" form={formId} look="primary" disabled={!isReady || isConnecting}>
        {isConnecting ? words.connecting : words.connectIt}
      </Button>
    </>
  );
  return (
    <Dialog title={isEdit ? words.editTitle : words.connectTitle} footer={footer} onClose={onClose}>
      <NoticeArea isInDialog />
      <p className="live-form__intro">{words.intro}</p>
      {known === null ? (
        <p role="status">{words.reading}</p>
      ) : (
        <LiveFields formId={formId} known={known} onReady={setReady} onSubmit={connect} />
      )}
    </Dialog>
  );
};
