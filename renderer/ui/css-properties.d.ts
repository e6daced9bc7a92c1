import 'react';

declare module 'react' {
  /** With what a stylesheet takes from the element, by `var()`. */
  interface CSSProperties {
    '--scale'?: number;
    '--body-radius'?: string;
    '--screen-radius'?: string;
    '--status-height'?: string;
    '--status-side'?: string;
  }
}
