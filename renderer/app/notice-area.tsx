import { CircleAlert, Info, X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { messages } from '../messages.ts';
import type { Notice } from '../state/notices-store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useFocusHeir } from '../ui/use-focus-heir.ts';
import { useStores } from './window-context.ts';
import './notice-area.css';

interface NoticeCardProps {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}

/** The next notice, else where somebody would go on: in the dialog, or in the window. */
const besides = (going: HTMLElement): HTMLElement | null => {
  const another = going.parentElement?.querySelector<HTMLElement>(
    `.notice:not([data-notice="${going.dataset['notice'] ?? ''}"]) button`,
  );
  return another ?? (going.closest('dialog') ?? document).querySelector('button');
};

const NoticeCard = ({ notice: { id, tone, title, text }, onDismiss }: NoticeCardProps) => {
  const card = useFocusHeir<HTMLDivElement>(besides);
  const Icon = tone === 'problem' ? CircleAlert : Info;
  return (
    <div
      ref={card}
      role={tone === 'problem' ? 'alert' : 'status'}
      data-notice={id}
      className={`notice notice--${tone}`}
    >
      <Icon size={16} aria-hidden className="notice__icon" />
      <div className="notice__words">
        <p className="notice__title">{title}</p>
        <p className="notice__text">{text}</p>
      </div>
      <IconButton isSmall icon={X} label={messages.notices.dismiss} onClick={onDismiss} />
    </div>
  );
};

/**
 * What a person should hear of, until they have read it. A dialog tells what came since it was
 * opened, and what it was opened for; the rest waits behind it.
 */
export const NoticeArea = ({ isInDialog = false }: { readonly isInDialog?: boolean }) => {
  const { notices } = useStores();
  const all = useStore(notices, (state) => state.notices);
  const [last] = useState(() => notices.getState().notices.at(-1)?.id ?? 0);
  const shown = isInDialog
    ? all.filter(({ id, opensDialog }) => id > last || opensDialog === true)
    : all;
  return (
    <div
      role="region"
      aria-label={messages.notices.label}
      className={isInDialog ? 'notices notices--in-dialog' : 'notices'}
    >
      {shown.map((notice) => (
        <NoticeCard
          key={notice.id}
          notice={notice}
          onDismiss={() => {
            notices.dismiss(notice.id);
          }}
        />
      ))}
    </div>
  );
};
