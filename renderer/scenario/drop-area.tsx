import { useEffect, useState } from 'react';
import { useActions } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { followDrags } from './follow-drags.ts';
import './scenario.css';
import { useOpenFiles } from './use-open-files.ts';

/** Takes files that are dropped anywhere on the window, and shows that they can be. */
export const DropArea = () => {
  const openFiles = useOpenFiles();
  const [isOver, setIsOver] = useState(false);
  const { openDroppedFolder } = useActions();
  useEffect(
    () =>
      followDrags(window, {
        onOver: setIsOver,
        onDrop: openFiles,
        onFolder: (folder) => openDroppedFolder(folder, folder.name),
      }),
    [openFiles, openDroppedFolder],
  );
  return isOver ? (
    <div className="drop-hint">
      <p>{messages.drop.hint}</p>
    </div>
  ) : null;
};
