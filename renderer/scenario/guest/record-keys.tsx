import { ClipboardCheck, Flag, Square, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { RecordingGuest } from '../../../shared/contract/documents.ts';
import { useActions } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { Button } from '../../ui/button.tsx';

const words = messages.guest;

/** Adds to a recording, takes back, and ends it. */
export const RecordKeys = ({
  guest: { id, status, steps },
}: {
  readonly guest: RecordingGuest;
}) => {
  const { addCheck, addMark, undoStep, stopRecording } = useActions();
  const keys = useRef<HTMLDivElement>(null);
  // Whoever began it goes on from here by keyboard.
  useEffect(() => keys.current?.querySelector('button')?.focus(), []);
  const isOver = status === 'stopped';
  return (
    <div ref={keys} className="guest-bar__keys">
      <Button isSmall icon={ClipboardCheck} isIdle={isOver} onClick={() => addCheck(id)}>
        {words.addCheck}
      </Button>
      <Button
        isSmall
        icon={Flag}
        isIdle={isOver}
        aria-description={words.addMarkWords}
        onClick={() => addMark(id)}
      >
        {words.addMark}
      </Button>
      <Button isSmall icon={Undo2} isIdle={steps < 2} onClick={() => undoStep(id)}>
        {isOver ? words.resume : words.undo}
      </Button>
      <Button isSmall look="guest" icon={Square} isIdle={isOver} onClick={() => stopRecording(id)}>
        {words.stop}
      </Button>
    </div>
  );
};
