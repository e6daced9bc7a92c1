/** The tokens that the lanes are drawn with. */
const tokens = {
  surface: '--surface-content',
  band: '--surface-frame',
  line: '--line',
  lineStrong: '--line-control',
  text: '--text',
  textSecondary: '--text-secondary',
  textTertiary: '--text-tertiary',
  accent: '--accent',
  network: '--status-active',
  fresh: '--status-fresh',
  stale: '--status-stale',
  restored: '--status-restored',
  problem: '--status-problem',
  onPurpose: '--amber',
  quiet: '--status-quiet',
} as const;

export type ColourName = keyof typeof tokens;
export type Palette = Readonly<Record<ColourName | 'font', string>>;

/** A custom property keeps both themes in it; as a colour it is the one that holds. */
const resolve = (probe: HTMLElement, token: string): string => {
  probe.style.color = `var(${token})`;
  return getComputedStyle(probe).color;
};

/** The colours of the theme that holds now, forced colours too, as a canvas understands them. */
export const readPalette = (parent: HTMLElement): Palette => {
  const probe = document.createElement('span');
  probe.hidden = true;
  parent.append(probe);
  const entries = Object.entries(tokens).map(([name, token]) => [name, resolve(probe, token)]);
  const font = getComputedStyle(parent).fontFamily;
  probe.remove();
  return { ...(Object.fromEntries(entries) as Record<ColourName, string>), font };
};

/** Calls back when colours may be others. */
export const onOtherColours = (changed: () => void): (() => void) => {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
    observer.disconnect();
  };
};
