import type { Page } from 'playwright/test';

/** Electron's modules, as main has them. */
export type Modules = typeof import('electron');

/** Something that can be handed to another process. */
export type Crossing =
  string | number | boolean | null | readonly Crossing[] | { readonly [name: string]: Crossing };

/** The app as it runs in Electron, or in the stand-in for it. */
export interface RunningElectron {
  /** What shows the first window, as soon as it is there. */
  firstPage(): Promise<Page>;
  /** Runs the text of a function in main. */
  evaluate<Value, Given extends Crossing = null>(
    run: (modules: Modules, given: Given) => Value | Promise<Value>,
    given?: Given,
  ): Promise<Value>;
  /** The exit code, once the app has ended. */
  readonly ended: Promise<number | null>;
  /** Asks the app to quit, as the menu does. */
  quit(): Promise<number | null>;
  /** Ends it at once, if it still runs. */
  kill(): Promise<void>;
  /** What it said where nobody listens but a terminal. */
  output(): string;
}
