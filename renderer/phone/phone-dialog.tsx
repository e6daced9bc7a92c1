import { useState } from 'react';
import type { Reach } from '../../shared/contract/phone.ts';
import { NoticeArea } from '../app/notice-area.tsx';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { copyText } from '../ui/copy-text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Switch } from '../ui/switch.tsx';
import { NetworkWarning } from './network-warning.tsx';
import { PhoneChoiceFields, readPort } from './phone-choice.tsx';
import { PhoneServed } from './phone-served.tsx';
import './phone.css';

const words = messages.phone;

/** Serves the project to phones: switched on and off here, and nowhere else. */
export const PhoneDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const phone = useApp(({ documents }) => documents.phone);
  const { servePhone, stopPhone } = useActions();
  // Null: nothing was typed or chosen, and what is shown is what it was last.
  const [typedPort, setTypedPort] = useState<string | null>(null);
  const [chosenReach, setChosenReach] = useState<Reach | null>(null);
  const [isWarning, setIsWarning] = useState(false);
  const [said, setSaid] = useState('');

  const portText = typedPort ?? String(phone.port);
  const reach = chosenReach ?? phone.reach;
  const port = readPort(portText);

  const serve = (isWarned: boolean): void => {
    if (port !== null) servePhone({ port, reach, isWarned });
  };

  const turn = (isOn: boolean): void => {
    setSaid('');
    if (!isOn) stopPhone();
    else if (reach === 'network') setIsWarning(port !== null);
    else serve(false);
  };

  const copy = (what: string, text: string): void =>
    setSaid(copyText(text) ? words.copied(what) : words.notCopied);

  if (isWarning)
    return <NetworkWarning onConfirm={() => serve(true)} onClose={() => setIsWarning(false)} />;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <NoticeArea isInDialog />
      <div className="phone">
        <p>{words.about}</p>
        <div className="phone__line">
          {/* The control is named the same, so a screen reader need not hear it twice. */}
          <span className="phone__label" aria-hidden>
            {words.serve}
          </span>
          <Switch
            label={words.serve}
            isOn={phone.isOn}
            word={phone.isOn ? words.on : words.off}
            onChange={turn}
          />
        </div>
        {phone.problem === null ? null : (
          <p role="alert" className="phone__problem">
            {phone.problem}
          </p>
        )}
        {phone.isOn ? (
          <PhoneServed onCopy={copy} />
        ) : (
          <PhoneChoiceFields
            port={portText}
            reach={reach}
            onPort={setTypedPort}
            onReach={setChosenReach}
          />
        )}
        <p role="status" className="phone__said">
          {said}
        </p>
      </div>
    </Dialog>
  );
};
