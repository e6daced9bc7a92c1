import { Circle, Clapperboard } from 'lucide-react';
import type { PlayGuest, RecordingGuest } from '../../../shared/contract/documents.ts';
import { useApp } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { ReportBar } from '../../report/report-bar.tsx';
import { GuestFrame } from './guest-frame.tsx';
import { RecordKeys } from './record-keys.tsx';
import { Transport } from './transport.tsx';

const words = messages.guest;

const PlayBar = ({ guest }: { readonly guest: PlayGuest }) => (
  <GuestFrame
    id={guest.id}
    label={words.playLabel}
    status={guest.status}
    icon={<Clapperboard size={16} aria-hidden className="guest-bar__icon" />}
    leave={words.leave}
  >
    <span className="guest-bar__name clipped">{guest.name}</span>
    <Transport key={guest.id} guest={guest} />
  </GuestFrame>
);

const RecordBar = ({ guest }: { readonly guest: RecordingGuest }) => (
  <GuestFrame
    id={guest.id}
    label={words.recordLabel}
    status={guest.status}
    icon={<Circle size={14} fill="currentcolor" aria-hidden className="guest-bar__icon" />}
    leave={words.discard}
  >
    <span className="guest-bar__name clipped">{words.recordingShort}</span>
    <RecordKeys key={guest.id} guest={guest} />
  </GuestFrame>
);

/** Says that what is shown is not the person's own session, and leads what is. */
export const GuestBar = () => {
  const guest = useApp(({ documents }) => documents.guest);
  if (guest === null) return null;
  if (guest.kind === 'report') return <ReportBar guest={guest} />;
  return guest.kind === 'play' ? <PlayBar guest={guest} /> : <RecordBar guest={guest} />;
};
