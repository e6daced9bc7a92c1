import { Circle, Clapperboard } from 'lucide-react';
import type { PlayGuest, RecordingGuest } from '../../../shared/contract/documents.ts';
import { useActions, useApp } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { ReportBar } from '../../report/report-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { useFocusHeir } from '../../ui/use-focus-heir.ts';
import { besideGuest } from './beside-guest.ts';
import './guest.css';
import { RecordKeys } from './record-keys.tsx';
import { Transport } from './transport.tsx';

const words = messages.guest;

interface LeaveProps {
  readonly id: string;
  readonly word: string;
}

const Leave = ({ id, word }: LeaveProps) => {
  const { leaveGuest } = useActions();
  return (
    <Button isSmall onClick={() => leaveGuest(id)}>
      {word}
    </Button>
  );
};

const PlayBar = ({ guest }: { readonly guest: PlayGuest }) => {
  const bar = useFocusHeir<HTMLElement>(besideGuest);
  return (
    <section
      ref={bar}
      aria-label={words.playLabel}
      className="guest-bar"
      data-status={guest.status}
    >
      <Clapperboard size={16} aria-hidden className="guest-bar__icon" />
      <strong className="guest-bar__title">{words.playLabel}</strong>
      <span className="guest-bar__name clipped">{guest.name}</span>
      <Transport key={guest.id} guest={guest} />
      <Leave id={guest.id} word={words.leave} />
    </section>
  );
};

const RecordBar = ({ guest }: { readonly guest: RecordingGuest }) => {
  const bar = useFocusHeir<HTMLElement>(besideGuest);
  return (
    <section
      ref={bar}
      aria-label={words.recordLabel}
      className="guest-bar"
      data-status={guest.status}
    >
      <Circle size={14} fill="currentcolor" aria-hidden className="guest-bar__icon" />
      <strong className="guest-bar__title">{words.recordLabel}</strong>
      <span className="guest-bar__name clipped">{words.recordingShort}</span>
      <RecordKeys key={guest.id} guest={guest} />
      <Leave id={guest.id} word={words.discard} />
    </section>
  );
};

/** Says that what is shown is not the person's own session, and leads what is. */
export const GuestBar = () => {
  const guest = useApp(({ documents }) => documents.guest);
  if (guest === null) return null;
  if (guest.kind === 'report') return <ReportBar guest={guest} />;
  return guest.kind === 'play' ? <PlayBar guest={guest} /> : <RecordBar guest={guest} />;
};
