import { Check, ChevronDown, LogOut } from 'lucide-react';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { userName } from '../state/user-name.ts';
import { Button } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import { OtherUser } from './other-user.tsx';
import './user-menu.css';

const words = messages.user;

interface KnownUserProps {
  readonly user: string;
  readonly isCurrent: boolean;
  readonly onPress: () => void;
}

const KnownUser = ({ user, isCurrent, onPress }: KnownUserProps) => (
  <li>
    <button
      type="button"
      className="user-menu__user"
      aria-current={isCurrent}
      disabled={isCurrent}
      onClick={onPress}
    >
      <span className="clipped" dir="auto">
        {userName(user)}
      </span>
      {isCurrent ? <Check size={14} aria-label={words.isCurrent} /> : null}
    </button>
  </li>
);

/** Who uses the app, and who else could. */
export const UserMenu = () => {
  const { user, known } = useApp(({ documents }) => documents.identity);
  const { logOut, switchUser } = useActions();
  const name = userName(user);
  const users = known.includes(user) || user === '' ? known : [user, ...known];
  const button = (
    <>
      <span className="clipped" dir="auto">
        {name}
      </span>
      <ChevronDown size={14} aria-hidden />
    </>
  );
  return (
    <Popover label={words.button(name)} panelLabel={words.menu} button={button}>
      {(close) => (
        <>
          <h2 className="user-menu__title">{words.switchTo}</h2>
          <ul className="user-menu__users">
            {users.map((each) => (
              <KnownUser
                key={each}
                user={each}
                isCurrent={each === user}
                onPress={() => {
                  switchUser(each);
                  close();
                }}
              />
            ))}
          </ul>
          <OtherUser onDone={close} />
          <Button
            look="quiet"
            icon={LogOut}
            className="user-menu__log-out"
            onClick={() => {
              logOut();
              close();
            }}
          >
            {words.logOut}
          </Button>
        </>
      )}
    </Popover>
  );
};
