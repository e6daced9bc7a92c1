import { useState } from 'react';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { WipeDialog } from './wipe-dialog.tsx';

const words = messages.settings;

/** Where everything is kept: shown, opened, and emptied. */
export const DataFolder = () => {
  const folder = useApp(({ documents }) => documents.app.dataFolder);
  const { showDataFolder } = useActions();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div className="setting">
      <div className="setting__about">
        <p className="setting__label">{words.dataFolder}</p>
        <p className="setting__hint">{words.dataHint}</p>
        <code className="setting__path">{folder}</code>
      </div>
      <div className="setting__control">
        <Button onClick={showDataFolder}>{words.show}</Button>
        <Button
          onClick={() => {
            setIsAsking(true);
          }}
        >
          {words.wipe}
        </Button>
      </div>
      {isAsking ? (
        <WipeDialog
          onClose={() => {
            setIsAsking(false);
          }}
        />
      ) : null}
    </div>
  );
};
