import { Unplug } from 'lucide-react';
import { useStore } from 'zustand';
import { messages } from '../messages.ts';
import { timeOfDay } from '../state/format.ts';
import { useStores } from './window-context.ts';
import './lost-banner.css';

/** Says that what is shown is not what is. */
export const LostBanner = () => {
  const { status, lostAt } = useStore(useStores().connection);
  if (lostAt === null || status === 'connected') return null;
  const { lost, since, over } = messages.connection;
  const time = timeOfDay(lostAt);
  return (
    <div role="alert" className="lost-banner">
      <Unplug size={14} aria-hidden />
      <strong>{lost}</strong>
      <span>{status === 'refused' ? over(time) : since(time)}</span>
    </div>
  );
};
