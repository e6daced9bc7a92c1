import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Settings, defaultSettings } from '../../shared/contract/documents.ts';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { settingWord } from './setting-word.ts';

const words = messages.settings;

interface SettingRowProps {
  readonly name: keyof Settings;
  /** What sets it. */
  readonly children: ReactNode;
}

/** One setting: what it is, what sets it, what it is by default, and a way back. */
export const SettingRow = ({ name, children }: SettingRowProps) => {
  const isDefault = useApp(({ documents }) => documents.settings[name] === defaultSettings[name]);
  const { changeSettings } = useActions();
  const { label, hint } = words.fields[name];
  return (
    <div className="setting">
      <div className="setting__about">
        <p className="setting__label">{label}</p>
        <p className="setting__hint">
          {hint} {words.byDefault(settingWord(name, defaultSettings[name]))}.
        </p>
      </div>
      <div className="setting__control">{children}</div>
      <IconButton
        icon={RotateCcw}
        label={words.resetField(label)}
        disabled={isDefault}
        onClick={() => {
          changeSettings({ [name]: defaultSettings[name] });
        }}
      />
    </div>
  );
};
