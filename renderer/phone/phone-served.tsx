import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { timeOfDay } from '../state/format.ts';
import { Select } from '../ui/select.tsx';
import { Copied } from './copied.tsx';
import { HowTo } from './how-to.tsx';
import { QrCode } from './qr-code.tsx';

const words = messages.phone;

interface PhoneServedProps {
  readonly onCopy: (what: string, text: string) => void;
}

const Asked = () => {
  const requests = useApp(({ documents }) => documents.phone.requests);
  const last = useApp(({ documents }) => documents.phone.last);
  const isOnPurpose = last !== null && last.met.length > 0;
  return (
    <section className="phone__section">
      <h3>{requests === 0 ? words.noRequests : words.requests(requests)}</h3>
      {last === null ? null : (
        <p className={isOnPurpose ? 'phone__last phone__last--on-purpose' : 'phone__last'}>
          {isOnPurpose ? <TriangleAlert size={12} aria-hidden /> : null}
          {words.last(last, timeOfDay(last.at))}
        </p>
      )}
      <p className="phone__note">{words.inTimeline}</p>
    </section>
  );
};

/** Where it is reached, how an app is pointed there, and what has come in. */
export const PhoneServed = ({ onCopy }: PhoneServedProps) => {
  const { addresses, port, reach, isRefusing } = useApp(({ documents }) => documents.phone);
  const isLive = useApp(({ documents }) => documents.project.kind === 'live');
  const [chosen, setChosen] = useState<string | null>(null);
  const url = addresses.find((one) => one === chosen) ?? addresses[0] ?? '';
  return (
    <>
      {isRefusing ? (
        <p role="status" className="phone__refusing">
          <TriangleAlert size={14} aria-hidden />
          {words.refusing}
        </p>
      ) : null}
      <section className="phone__section phone__where">
        <div className="phone__addresses">
          <h3>{words.addresses}</h3>
          {addresses.map((one) => (
            <Copied key={one} what={one} text={one} onCopy={onCopy} />
          ))}
          {addresses.length < 2 ? null : (
            <div className="phone__shown">
              <span className="phone__note" aria-hidden>
                {words.address}
              </span>
              <Select
                label={words.address}
                value={url}
                options={addresses.map((value) => ({ value, word: value }))}
                onChange={setChosen}
              />
            </div>
          )}
        </div>
        {reach === 'network' ? <QrCode url={url} /> : null}
      </section>
      {isLive ? <p className="phone__note">{words.files}</p> : null}
      <HowTo url={url} port={port} onCopy={onCopy} />
      <Asked />
    </>
  );
};
