import {
  type Settings,
  defaultSettings,
  settingsChangeSchema,
  storedSettingsSchema,
} from '../../../shared/contract/documents.ts';
import { openSettingsFile } from '../../store/settings-file.ts';

/** As it was set when the app was closed; the window is made before the app can say so. */
export const storedAppearance = (dataFolder: string): Settings['appearance'] =>
  openSettingsFile(dataFolder, 'settings.json', storedSettingsSchema, defaultSettings).read()
    .appearance;

/** What a call that was done makes of the appearance; null: it leaves it as it is. */
export const appearanceAfter = (name: string, argument: unknown): Settings['appearance'] | null => {
  if (name === 'resetSettings' || name === 'wipeData') return defaultSettings.appearance;
  if (name !== 'changeSettings') return null;
  return settingsChangeSchema.safeParse(argument).data?.appearance ?? null;
};
