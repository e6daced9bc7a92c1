import { z } from 'zod';

/** What names something: never empty, and never endless. */
export const text = z.string().min(1).max(4_096);
