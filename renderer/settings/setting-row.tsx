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
  /** What is typed but not taken goes with a reset, so there is something to reset. */
  readonly isTyping?: boolean;
  readonly onReset?: () => void;
  /** What sets it. */
  readonly children: ReactNode;
}

/** One setting: what it is, what sets it, what it is by default, and a way back. */
export const SettingRow = ({ name, isTyping = false, onReset, children }: SettingRowProps) => {
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
        isIdle={isDefault && !isTyping}
        onClick={() => {
          onReset?.();
          if (!isDefault) changeSettings({ [name]: defaultSettings[name] });
        }}
      />
    </div>
  );
};
