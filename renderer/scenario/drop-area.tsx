import { useEffect, useState } from 'react';
import { useActions, useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { followDrags } from './follow-drags.ts';
import { readDropped } from './read-dropped.ts';
import './scenario.css';

/** Takes scenario files that are dropped anywhere on the window, and shows that they can be. */
export const DropArea = () => {
  const { notices } = useStores();
  const { openScenario } = useActions();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const open = async (files: readonly File[]): Promise<void> => {
      const dropped = await readDropped(files);
      if (dropped.ok) openScenario(dropped.name, dropped.text);
      else notices.add({ tone: 'note', title: messages.drop.refused, text: dropped.message });
    };
    return followDrags(window, { onOver: setIsOver, onDrop: (files) => void open(files) });
  }, [notices, openScenario]);
  return isOver ? (
    <div className="drop-hint">
      <p>{messages.drop.hint}</p>
    </div>
  ) : null;
};
