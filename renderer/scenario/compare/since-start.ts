const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `0:05:00` after the beginning; `-0:01:00` before it; fractions of seconds where there are any. */
export const sinceStart = (at: number, startAt: number): string => {
  const ms = Math.abs(at - startAt);
  const seconds = Math.floor(ms / 1_000);
  const rest = ms % 1_000;
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
  const sign = at < startAt ? '-' : '';
  return `${sign}${String(hours)}:${twoDigits(minutes)}:${twoDigits(seconds % 60)}${fraction}`;
};
