import type { PlayGuest, RecordingGuest } from '../../../shared/contract/documents.ts';
import { Area } from '../../app/area.tsx';
import { useApp } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { useFocusHeir } from '../../ui/use-focus-heir.ts';
import { besideGuest } from './beside-guest.ts';
import './guest.css';
import { PlayPanel } from './play-panel.tsx';
import { RecordPanel } from './record-panel.tsx';

const words = messages.guest;

const Panel = ({ guest }: { readonly guest: PlayGuest | RecordingGuest }) => {
  const panel = useFocusHeir<HTMLDivElement>(besideGuest);
  return (
    <div ref={panel} className="guest-panel__content">
      {guest.kind === 'play' ? <PlayPanel guest={guest} /> : <RecordPanel guest={guest} />}
    </div>
  );
};

/** The steps of what is on the desk, beside all areas. */
export const GuestPanel = () => {
  const guest = useApp(({ documents }) => documents.guest);
  if (guest === null || guest.kind === 'report') return null;
  return (
    <Area name={words.steps} className="guest-panel">
      <Panel guest={guest} />
    </Area>
  );
};
