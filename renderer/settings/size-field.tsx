import { useState } from 'react';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { TextField } from '../ui/text-field.tsx';
import { type SizeSetting, readSizeSetting } from './read-size-setting.ts';
import { SettingRow } from './setting-row.tsx';
import { settingWord } from './setting-word.ts';

/** A setting that is typed, with its unit; it is taken when Enter is pressed or the field is left. */
export const SizeField = ({ name }: { readonly name: SizeSetting }) => {
  const value = useApp(({ documents }) => documents.settings[name]);
  const { changeSettings } = useActions();
  // Null: nothing is being typed, and the field shows what is set.
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : readSizeSetting(name, typed);

  const take = (): void => {
    if (read?.ok !== true) return;
    if (read.value !== value) changeSettings({ [name]: read.value });
    setTyped(null);
  };

  return (
    <SettingRow
      name={name}
      isTyping={typed !== null}
      onReset={() => {
        setTyped(null);
      }}
    >
      <TextField
        label={messages.settings.fields[name].label}
        className="setting__size"
        value={typed ?? settingWord(name, value)}
        problem={read?.ok === false ? read.problem : null}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
        }}
      />
    </SettingRow>
  );
};
