import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';
import type { ColorScheme } from '../calls.ts';
import { chromium } from './link.ts';
import { options } from './options.ts';

type Imitated = Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>;

/** What the system looks like, and what the app made of it. */
class NativeThemeStandIn extends EventEmitter implements Imitated {
  #source: NativeTheme['themeSource'] = 'system';

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source: NativeTheme['themeSource']) {
    const before = this.colorScheme;
    this.#source = source;
    if (this.colorScheme === before) return;
    chromium.tell('setColorScheme', { colorScheme: this.colorScheme });
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.colorScheme === 'dark';
  }

  get colorScheme(): ColorScheme {
    return this.#source === 'system' ? options.systemColorScheme : this.#source;
  }
}

export const nativeTheme = new NativeThemeStandIn();
