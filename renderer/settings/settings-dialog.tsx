import { useState } from 'react';
import { NoticeArea } from '../app/notice-area.tsx';
import { useActions } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ApiKeys } from './api-keys.tsx';
import { AppearanceField } from './appearance-field.tsx';
import { DataFolder } from './data-folder.tsx';
import { SizeField } from './size-field.tsx';
import { SwitchField } from './switch-field.tsx';
import './settings.css';

const { groups, title, resetAll, restartNote } = messages.settings;

/** Everything that can be set, each with its default. */
export const SettingsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { resetSettings } = useActions();
  // Another number makes the fields anew: what was typed and not taken is gone with a reset.
  const [resets, setResets] = useState(0);
  const reset = (): void => {
    resetSettings();
    setResets(resets + 1);
  };
  return (
    <Dialog title={title} onClose={onClose} footer={<Button onClick={reset}>{resetAll}</Button>}>
      <NoticeArea isInDialog />
      <section className="settings__group">
        <h3>{groups.look}</h3>
        <AppearanceField />
      </section>
      <p className="settings__note">{restartNote}</p>
      <section className="settings__group">
        <h3>{groups.behaviour}</h3>
        <SwitchField name="persistOnDemand" />
        <SwitchField name="fallbackHost" />
      </section>
      <section key={resets} className="settings__group">
        <h3>{groups.sizes}</h3>
        <SizeField name="fileCacheBytes" />
        <SizeField name="onDemandEntries" />
        <SizeField name="onDemandBytes" />
        <SizeField name="timelineEvents" />
      </section>
      <section className="settings__group">
        <h3>{groups.data}</h3>
        <DataFolder />
        <ApiKeys />
      </section>
    </Dialog>
  );
};
