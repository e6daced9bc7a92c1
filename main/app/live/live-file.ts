import { z } from 'zod';
import { type LiveSettings, liveSettingsSchema } from '../../../shared/contract/live.ts';
import { openSettingsFile } from '../../store/settings-file.ts';

/** What of a live project is kept beside its caches: all but its key. */
export interface LiveFile {
  /** Null: it is not there, or cannot be read. */
  read(): LiveSettings | null;
  /** Null: it is on disk. Otherwise why it is not. */
  write(settings: LiveSettings): string | null;
}

const schema: z.ZodType<LiveSettings | null> = liveSettingsSchema.nullable();

/** `place` is where the project's data lies. */
export const openLiveFile = (place: string, tell: (problem: string) => void): LiveFile => {
  const file = openSettingsFile(place, 'live.json', schema, null, tell);
  return Object.freeze({
    read: () => file.read(),
    write: (settings: LiveSettings) => file.write(settings),
  });
};
