import { ExternalLink, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { useStage, useStageDeeds } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';

const words = messages.stage.notes;

/** Long enough to be read twice. */
const shownMs = 7_000;

/** What would happen on a phone; one with something to press stays until it is dismissed. */
export const Note = () => {
  const note = useStage((stage) => stage.note);
  const { dismissNote, openLink } = useStageDeeds();
  useEffect(() => {
    if (note?.url !== null) return;
    const timer = setTimeout(dismissNote, shownMs);
    return () => clearTimeout(timer);
  }, [note, dismissNote]);
  const url = note?.url ?? null;
  return (
    <div role="status" aria-label={words.label} className="stage-note-place">
      {note === null ? null : (
        <div key={note.id} className="stage-note">
          <Info size={16} aria-hidden className="stage-note__icon" />
          <p className="stage-note__text">{note.text}</p>
          {url === null ? null : (
            <Button isSmall icon={ExternalLink} onClick={() => openLink(url)}>
              {words.openLink}
            </Button>
          )}
          <IconButton isSmall icon={X} label={words.dismiss} onClick={dismissNote} />
        </div>
      )}
    </div>
  );
};
