import { z } from 'zod';

/** As far as calendars go; whoever writes a date beyond fails. */
const lastMoment = 8.64e15;

/** In milliseconds since 1970. */
export const momentSchema = z.number().min(-lastMoment).max(lastMoment);
