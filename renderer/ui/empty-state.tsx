import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './empty-state.css';
import { useFocusHeir } from './use-focus-heir.ts';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

const firstButton = (going: HTMLElement): HTMLElement | null | undefined =>
  going.closest('section')?.querySelector('button');

/** Stands where there is nothing to show: why, and what to do. */
export const EmptyState = ({ icon: Icon, title, text, children }: EmptyStateProps) => {
  const state = useFocusHeir<HTMLDivElement>(firstButton);
  return (
    <div ref={state} className="empty-state" role="status">
      <Icon size={20} strokeWidth={1.5} aria-hidden className="empty-state__icon" />
      <p className="empty-state__title">{title}</p>
      <p className="empty-state__text">{text}</p>
      {children}
    </div>
  );
};
