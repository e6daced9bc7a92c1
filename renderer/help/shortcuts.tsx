import { isMac } from '../app/is-mac.ts';
import { keysOf, shortcuts } from '../app/shortcuts.ts';
import { messages } from '../messages.ts';
import { Keys } from '../ui/keys.tsx';

/** The table of shortcuts, printed. */
export const Shortcuts = () => (
  <section className="help__section">
    <h3>{messages.help.shortcuts}</h3>
    <p className="help__hint">{messages.help.shortcutsHint}</p>
    <dl className="help__shortcuts">
      {shortcuts.map((shortcut) => (
        <div key={shortcut.name} className="help__shortcut">
          <dt>{messages.shortcuts[shortcut.name]}</dt>
          <dd>
            <Keys keys={keysOf(shortcut, isMac)} />
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
