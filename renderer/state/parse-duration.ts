const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

const wellFormed = /^([+-]?)\s*((?:\d+(?:\.\d+)?\s*(?:ms|min|[smhd])\s*)+)$/i;
const part = /(\d+(?:\.\d+)?)\s*(ms|min|[smhd])/gi;

/** `10m`, `-1h`, `25h 30m`, `1.5h` in milliseconds; null: it is none. */
export const parseDuration = (text: string): number | null => {
  const [, sign, parts] = wellFormed.exec(text.trim()) ?? [];
  if (parts === undefined) return null;
  const sum = [...parts.matchAll(part)].reduce(
    (ms, [, amount, unit]) => ms + Number(amount) * (unitMs[unit?.toLowerCase() ?? ''] ?? 0),
    0,
  );
  const ms = Math.round(sign === '-' ? -sum : sum);
  return ms === 0 ? null : ms;
};
