import { Timer } from 'lucide-react';
import { useStore } from 'zustand';
import { useActions, useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { longTime, timeOfDay } from '../state/format.ts';
import { Popover } from '../ui/popover.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Button } from '../ui/button.tsx';
import './clock-menu.css';
import { MoveBy, SetTo } from './clock-fields.tsx';

const words = messages.world.clock;

const kinds = [
  { value: 'real', word: words.real },
  { value: 'virtual', word: words.virtual },
] as const;

const Time = () => {
  const now = useStore(useStores().clock, (clock) => clock.now);
  return <time className="clock-menu__time">{longTime(now)}</time>;
};

/** How the time goes, and moving it by hand. */
const Panel = ({ isVirtual }: { readonly isVirtual: boolean }) => {
  const { setClock, moveClock } = useActions();
  return (
    <div className="clock-menu">
      <Segmented
        label={words.kind}
        value={isVirtual ? 'virtual' : 'real'}
        options={kinds}
        onChange={setClock}
      />
      <Time />
      <p className="clock-menu__hint">{isVirtual ? words.isVirtual : words.isReal}</p>
      <div role="group" aria-label={words.steps} className="clock-menu__steps">
        {words.steady.map(({ word, ms }) => (
          <Button
            key={word}
            onClick={() => {
              moveClock({ byMs: ms });
            }}
          >
            {word}
          </Button>
        ))}
      </div>
      <MoveBy onMove={(byMs) => moveClock({ byMs })} />
      <SetTo onSet={(to) => moveClock({ to })} />
      <p className="clock-menu__hint">{words.healNote}</p>
    </div>
  );
};

/** The app’s clock: real, or standing still in somebody’s hand. */
export const ClockMenu = () => {
  const isVirtual = useStore(useStores().clock, (clock) => clock.isVirtual);
  // A real time that counts seconds would only draw the eye: it is the one on every wall.
  const word = useStore(useStores().clock, ({ now }) => (isVirtual ? timeOfDay(now) : words.real));
  const button = (
    <>
      <Timer size={14} aria-hidden />
      <span className="choice-menu__word clipped">{word}</span>
    </>
  );
  return (
    <Popover
      label={words.button(isVirtual ? `${words.virtual}, ${word}` : word)}
      panelLabel={words.panel}
      button={button}
      panelClass="popover--clock"
      buttonClass={`popover-button ${isVirtual ? 'button--by-hand' : 'button--plain'}`}
    >
      {() => <Panel isVirtual={isVirtual} />}
    </Popover>
  );
};
