import { Area } from '../../app/area.tsx';
import { useApp } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import './guest.css';
import { PlayPanel } from './play-panel.tsx';
import { RecordPanel } from './record-panel.tsx';

const words = messages.guest;

/** The steps of what is on the desk, beside all areas. */
export const GuestPanel = () => {
  const guest = useApp(({ documents }) => documents.guest);
  if (guest === null || guest.kind === 'report') return null;
  return (
    <Area name={words.steps} className="guest-panel">
      {guest.kind === 'play' ? <PlayPanel guest={guest} /> : <RecordPanel guest={guest} />}
    </Area>
  );
};
