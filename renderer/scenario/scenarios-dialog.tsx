import { Circle } from 'lucide-react';
import { useState } from 'react';
import { NoticeArea } from '../app/notice-area.tsx';
import { useActions } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Entry } from './library/entry.tsx';
import type { Change, Listed } from './library/listed.ts';
import { RemoveDialog } from './library/remove-dialog.tsx';
import { RenameDialog } from './library/rename-dialog.tsx';
import { useListed } from './library/use-listed.ts';
import './scenarios.css';

const words = messages.scenarios;

/** What somebody is asked about. */
interface Asked {
  readonly change: Change;
  readonly scenario: Listed;
}

interface GroupProps {
  readonly origin: Listed['origin'];
  readonly listed: readonly Listed[];
  readonly onChoose: (scenario: Listed) => void;
  readonly onChange: (asked: Asked) => void;
}

const Group = ({ origin, listed, onChoose, onChange }: GroupProps) => {
  const own = listed.filter((scenario) => scenario.origin === origin);
  return (
    <section aria-label={words.groups[origin]}>
      <h3 className="scenarios__heading">{words.groups[origin]}</h3>
      {own.length === 0 ? (
        <p className="scenarios__none">{words.noneOwn}</p>
      ) : (
        <ul>
          {own.map((scenario) => (
            <Entry
              key={scenario.name}
              scenario={scenario}
              onChoose={() => onChoose(scenario)}
              onChange={(change) => onChange({ change, scenario })}
            />
          ))}
        </ul>
      )}
    </section>
  );
};

const Record = ({ onClose }: { readonly onClose: () => void }) => {
  const { startRecording } = useActions();
  return (
    <section className="scenarios__record">
      <div>
        <h3>{words.recordTitle}</h3>
        <p className="scenarios__words">{words.recordText}</p>
      </div>
      <Button
        data-autofocus
        icon={Circle}
        onClick={() => {
          onClose();
          startRecording();
        }}
      >
        {words.record}
      </Button>
    </section>
  );
};

/** The scenarios that came with the app, those that were saved in it, and the way to another one. */
export const ScenariosDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { openListed } = useActions();
  const [listed, lookAgain] = useListed();
  const [asked, setAsked] = useState<Asked | null>(null);
  const leave = (): void => setAsked(null);
  const settle = (): void => {
    setAsked(null);
    lookAgain();
  };
  const choose = ({ origin, name }: Listed): void => {
    onClose();
    openListed({ origin, name });
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <NoticeArea isInDialog />
      <p className="scenarios__intro">{words.intro}</p>
      <Record onClose={onClose} />
      {listed === null ? (
        <p role="status">{words.loading}</p>
      ) : (
        (['own', 'shipped'] as const).map((origin) => (
          <Group
            key={origin}
            origin={origin}
            listed={listed}
            onChoose={choose}
            onChange={setAsked}
          />
        ))
      )}
      {asked?.change === 'remove' ? (
        <RemoveDialog scenario={asked.scenario} onClose={leave} onDone={settle} />
      ) : null}
      {asked?.change === 'rename' ? (
        <RenameDialog scenario={asked.scenario} onClose={leave} onDone={settle} />
      ) : null}
    </Dialog>
  );
};
