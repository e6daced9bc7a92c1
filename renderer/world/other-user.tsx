import { type SyntheticEvent, useState } from 'react';
import { useActions } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = messages.user;

/** Somebody who is typed in: logs in, or becomes another name of the current user. */
export const OtherUser = ({ onDone }: { readonly onDone: () => void }) => {
  const { logIn, alias } = useActions();
  const [text, setText] = useState('');
  const user = text.trim();

  const use = (act: (user: string) => void): void => {
    if (user === '') return;
    act(user);
    setText('');
    onDone();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    use(logIn);
  };

  return (
    <form className="user-menu__other" onSubmit={submit}>
      <TextField
        label={words.placeholder}
        placeholder={words.placeholder}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      <Button type="submit" look="primary" disabled={user === ''}>
        {words.logIn}
      </Button>
      <Button
        disabled={user === ''}
        onClick={() => {
          use(alias);
        }}
      >
        {words.alias}
      </Button>
      <p className="user-menu__hint">{words.aliasHint}</p>
    </form>
  );
};
