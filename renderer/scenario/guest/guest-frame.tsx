import type { ReactNode } from 'react';
import type { Guest } from '../../../shared/contract/documents.ts';
import { useActions } from '../../app/window-context.ts';
import { Button } from '../../ui/button.tsx';
import { useFocusHeir } from '../../ui/use-focus-heir.ts';
import { besideGuest } from './beside-guest.ts';
import './guest.css';

interface GuestFrameProps {
  readonly id: Guest['id'];
  readonly label: string;
  readonly status: string;
  readonly icon: ReactNode;
  /** What leaving it is called. */
  readonly leave: string;
  readonly children: ReactNode;
}

/** The bar of whatever stands in the place of the person's own session. */
export const GuestFrame = ({ id, label, status, icon, leave, children }: GuestFrameProps) => {
  const { leaveGuest } = useActions();
  const bar = useFocusHeir<HTMLElement>(besideGuest);
  return (
    <section ref={bar} aria-label={label} className="guest-bar" data-status={status}>
      {icon}
      <strong className="guest-bar__title">{label}</strong>
      {children}
      <Button isSmall onClick={() => leaveGuest(id)}>
        {leave}
      </Button>
    </section>
  );
};
