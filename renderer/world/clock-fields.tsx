import { type SyntheticEvent, useState } from 'react';
import { useNow } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { localMoment } from '../state/format.ts';
import { parseDuration } from '../state/parse-duration.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = messages.world.clock;

/** Any amount of time, forward or back. */
export const MoveBy = ({ onMove }: { readonly onMove: (byMs: number) => void }) => {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const byMs = parseDuration(text);
    setProblem(byMs === null ? words.notADuration : null);
    if (byMs !== null) onMove(byMs);
  };
  return (
    <form className="clock-menu__field" onSubmit={submit}>
      <span className="clock-menu__caption">{words.by}</span>
      <TextField
        label={words.by}
        placeholder={words.byExample}
        value={text}
        problem={problem}
        onChange={({ target }) => {
          setText(target.value);
          setProblem(null);
        }}
      />
      <Button type="submit">{words.move}</Button>
    </form>
  );
};

/** Any moment, as the clock on the wall shows it. */
export const SetTo = ({ onSet }: { readonly onSet: (to: number) => void }) => {
  const now = useNow();
  // Null: it goes with the clock, until somebody sets it.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? localMoment(now);
  const to = new Date(text).getTime();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!Number.isNaN(to)) onSet(to);
  };
  return (
    <form className="clock-menu__field" onSubmit={submit}>
      <span className="clock-menu__caption">{words.to}</span>
      <TextField
        type="datetime-local"
        step={1}
        max="9999-12-31T23:59:59"
        label={words.to}
        value={text}
        onFocus={() => setTyped(text)}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
      />
      <Button type="submit" isIdle={Number.isNaN(to)}>
        {words.set}
      </Button>
    </form>
  );
};
