import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Switch } from '../ui/switch.tsx';
import { SettingRow } from './setting-row.tsx';

const { fields, on, off } = messages.settings;

/** A setting that is on or off. */
export const SwitchField = ({ name }: { readonly name: 'persistOnDemand' | 'fallbackHost' }) => {
  const isOn = useApp(({ documents }) => documents.settings[name]);
  const { changeSettings } = useActions();
  return (
    <SettingRow name={name}>
      <Switch
        label={fields[name].label}
        isOn={isOn}
        word={isOn ? on : off}
        onChange={(next) => {
          changeSettings({ [name]: next });
        }}
      />
    </SettingRow>
  );
};
