import { type Reach, reaches } from '../../shared/contract/phone.ts';
import { messages } from '../messages.ts';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = messages.phone;

const reachOptions = reaches.map((value) => ({ value, word: words.reaches[value] }));

/** A port as it is typed; null: it is none. */
export const readPort = (text: string): number | null => {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
};

interface PhoneChoiceProps {
  readonly port: string;
  readonly reach: Reach;
  readonly onPort: (text: string) => void;
  readonly onReach: (reach: Reach) => void;
}

/** Where it is to be served, while it is not. */
export const PhoneChoiceFields = ({ port, reach, onPort, onReach }: PhoneChoiceProps) => (
  <section className="phone__section">
    <div className="phone__line">
      <span className="phone__label" aria-hidden>
        {words.port}
      </span>
      <TextField
        label={words.port}
        className="phone__port"
        inputMode="numeric"
        value={port}
        problem={readPort(port) === null ? words.portProblem : null}
        onChange={({ target }) => onPort(target.value)}
      />
    </div>
    <div className="phone__line">
      <span className="phone__label" aria-hidden>
        {words.reach}
      </span>
      <Segmented label={words.reach} value={reach} options={reachOptions} onChange={onReach} />
    </div>
    <p className="phone__note">{words.reachHints[reach]}</p>
  </section>
);
