/** How far somebody has got on a paywall, as far as its elements know. */
export interface Whereabouts {
  readonly scrolledTo: readonly number[];
  /** Which of what can have the focus has it; -1: none. */
  readonly focused: number;
  readonly typed: readonly string[];
}

const scrollersIn = (layer: HTMLElement): readonly Element[] => [
  ...layer.querySelectorAll('.paywall-content-scroll, .sheet'),
];

const inputsIn = (layer: HTMLElement): readonly HTMLInputElement[] => [
  ...layer.querySelectorAll('input'),
];

const focusableIn = (layer: HTMLElement): readonly HTMLElement[] => [
  ...layer.querySelectorAll<HTMLElement>('button, a[href], input, video[controls]'),
];

export const whereaboutsIn = (layer: HTMLElement): Whereabouts => ({
  scrolledTo: scrollersIn(layer).map(({ scrollTop }) => scrollTop),
  focused: focusableIn(layer).findIndex((element) => element === document.activeElement),
  typed: inputsIn(layer).map(({ value }) => value),
});

/** Puts a person back to where they were, on another state of the same screen. */
export const bringBack = (
  layer: HTMLElement,
  { scrolledTo, focused, typed }: Whereabouts,
): void => {
  for (const [index, scroller] of scrollersIn(layer).entries())
    scroller.scrollTop = scrolledTo[index] ?? 0;
  for (const [index, input] of inputsIn(layer).entries()) input.value = typed[index] ?? '';
  focusableIn(layer)[focused]?.focus({ preventScroll: true });
};
