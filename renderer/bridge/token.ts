/** Where a page keeps what it was opened with. */
export interface TokenPlaces {
  /** What stands in the address behind the #, with it. */
  readonly fragment: string;
  /** Lives as long as the tab, and only this origin reads it. */
  readonly kept: Pick<Storage, 'getItem' | 'setItem'>;
  /** Takes it out of the address bar and the history. */
  readonly clearAddress: () => void;
}

interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const key = 'paywall-preview-token';

/** Keeps another one in the place of that. */
export const keepToken = (kept: TokenPlaces['kept'], token: string): void => {
  kept.setItem(key, token);
};

/**
 * Takes the token out of the address, and keeps it for when the page is loaded again. Not in a
 * cookie: whatever else is served on this machine, on any port, would be sent that.
 */
export const takeToken = ({ fragment, kept, clearAddress }: TokenPlaces): string | null => {
  const given = new URLSearchParams(fragment.replace(/^#/, '')).get('token');
  if (given === null) return kept.getItem(key);
  kept.setItem(key, given);
  clearAddress();
  return given;
};
