const factors: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1_000,
  mb: 1_000_000,
  gb: 1_000_000_000,
};

/** A comma parts thousands where three digits follow, as in what the window itself prints. */
const withoutThousands = (amount: string): string =>
  /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(amount) ? amount.replaceAll(',', '') : amount;

/** Bytes from `500 MB`, `1.5gb` or `500` (megabytes, as that is what people mean); null: no size. */
export const parseSize = (text: string): number | null => {
  const match = /^\s*(\d[\d.,]*)\s*([kmg]?b)?\s*$/i.exec(text);
  if (match === null) return null;
  const [, amount = '', unit = 'MB'] = match;
  const factor = factors[unit.toLowerCase()];
  const value = Number(withoutThousands(amount).replace(',', '.'));
  return factor === undefined || Number.isNaN(value) ? null : Math.round(value * factor);
};

/** A whole number, perhaps with commas: `100,000`; null: none. */
export const parseCount = (text: string): number | null => {
  const digits = text.replaceAll(/[\s,]/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
};
