import { Circle } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Result } from '../../shared/contract/calls.ts';
import { NoticeArea } from '../app/notice-area.tsx';
import { useActions } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import './scenarios.css';

const words = messages.scenarios;

type Listed = Result<'listScenarios'>[number];

/** Those that there are when somebody looks; null: they are being read. */
const useListed = (): readonly Listed[] | null => {
  const { listScenarios } = useActions();
  const [listed, setListed] = useState<readonly Listed[] | null>(null);
  useEffect(() => {
    let isHere = true;
    void listScenarios().then((found) => {
      if (isHere) setListed(found ?? []);
    });
    return () => {
      isHere = false;
    };
  }, [listScenarios]);
  return listed;
};

interface EntryProps {
  readonly scenario: Listed;
  readonly onChoose: () => void;
}

const Entry = ({ scenario, onChoose }: EntryProps) => {
  const { title, description, hindrance } = scenario;
  return (
    <li>
      <button type="button" className="scenarios__entry" onClick={onChoose}>
        <span className="scenarios__title">{title}</span>
        {description === null ? null : <span className="scenarios__words">{description}</span>}
        {hindrance === null ? null : <span className="scenarios__hindrance">{hindrance}</span>}
      </button>
    </li>
  );
};

interface GroupProps {
  readonly origin: Listed['origin'];
  readonly listed: readonly Listed[];
  readonly onChoose: (scenario: Listed) => void;
}

const Group = ({ origin, listed, onChoose }: GroupProps) => {
  const own = listed.filter((scenario) => scenario.origin === origin);
  return (
    <section aria-label={words.groups[origin]}>
      <h3 className="scenarios__heading">{words.groups[origin]}</h3>
      {own.length === 0 ? (
        <p className="scenarios__none">{words.noneOwn}</p>
      ) : (
        <ul>
          {own.map((scenario) => (
            <Entry key={scenario.name} scenario={scenario} onChoose={() => onChoose(scenario)} />
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
  const listed = useListed();
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
          <Group key={origin} origin={origin} listed={listed} onChoose={choose} />
        ))
      )}
    </Dialog>
  );
};
