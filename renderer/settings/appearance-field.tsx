import { appearances } from '../../shared/contract/documents.ts';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Segmented } from '../ui/segmented.tsx';
import { SettingRow } from './setting-row.tsx';

const options = appearances.map((value) => ({ value, word: messages.settings.appearances[value] }));

/** Light, dark, or as the system is. */
export const AppearanceField = () => {
  const appearance = useApp(({ documents }) => documents.settings.appearance);
  const { changeSettings } = useActions();
  return (
    <SettingRow name="appearance">
      <Segmented
        label={messages.settings.fields.appearance.label}
        value={appearance}
        options={options}
        onChange={(chosen) => {
          changeSettings({ appearance: chosen });
        }}
      />
    </SettingRow>
  );
};
