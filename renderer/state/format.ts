/** As far as calendars go: what a report says of itself may lie beyond, and a format would fail. */
const lastMoment = 8.64e15;

const withinCalendar = (at: number): number => Math.max(-lastMoment, Math.min(lastMoment, at));

const time = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const milliseconds = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** `12:04:31`, where the person is; of another day `20 Nov, 12:04:31`. */
export const timeOfDay = (at: number, now: number = Date.now()): string => {
  const moment = withinCalendar(at);
  const day = date.format(moment);
  return day === date.format(now) ? time.format(moment) : `${day}, ${time.format(moment)}`;
};

/** `12:04:31.207`: events lie closer together than seconds. */
export const exactTime = (at: number): string => milliseconds.format(at);

const units = ['B', 'kB', 'MB', 'GB'] as const;

/** Decimal units, at most one digit behind the point: `9.3 kB`, `500 MB`. */
export const sizeText = (bytes: number): string => {
  const step = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** step;
  const digits = value >= 100 || step === 0 ? 0 : 1;
  return `${String(Number(value.toFixed(digits)))} ${units[step] ?? 'B'}`;
};

/** Roughly how long: `250 ms`, `12 s`, `5 min`, `25 h`. */
export const durationText = (ms: number): string => {
  if (ms < 1_000) return `${String(Math.round(ms))} ms`;
  if (ms < 120_000) return `${String(Math.round(ms / 100) / 10)} s`;
  if (ms < 7_200_000) return `${String(Math.round(ms / 60_000))} min`;
  return `${String(Math.round(ms / 3_600_000))} h`;
};

const long = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `Sat, 21 Nov 2026, 12:04:31`, where the person is. */
export const longTime = (at: number): string => long.format(withinCalendar(at));

/** As a date field has it: `2026-11-21T12:04:31`, where the person is. */
export const localMoment = (at: number): string => {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offsetMs).toISOString().slice(0, 19);
};
