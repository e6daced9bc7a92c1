import { Lightbulb } from 'lucide-react';
import { messages } from '../messages.ts';
import { type HintName, hints } from '../state/ui-store.ts';
import { Button } from '../ui/button.tsx';
import { useFocusHeir } from '../ui/use-focus-heir.ts';
import './hints.css';
import { isMac } from './is-mac.ts';
import { keysOf, shortcuts } from './shortcuts.ts';
import { useStores, useUi } from './window-context.ts';

const words = messages.inspector.hints;

const paletteKeys = (): string =>
  shortcuts
    .filter(({ name }) => name === 'palette')
    .map((shortcut) => keysOf(shortcut, isMac).join(' '))
    .join(', ');

const textOf = (hint: HintName): string =>
  hint === 'palette' ? words.palette(paletteKeys()) : words[hint];

/** What was beside it: the tabs above. */
const besides = (going: HTMLElement): HTMLElement | null | undefined =>
  going.parentElement?.querySelector<HTMLElement>('.view-tabs input:checked');

const Card = ({ hint }: { readonly hint: HintName }) => {
  const { ui } = useStores();
  const card = useFocusHeir<HTMLElement>(besides);
  return (
    <aside ref={card} className="hint" aria-label={words.label}>
      <Lightbulb size={14} aria-hidden className="hint__icon" />
      <p>{textOf(hint)}</p>
      <div className="hint__buttons">
        <Button
          isSmall
          onClick={() => ui.setState(({ readHints }) => ({ readHints: [...readHints, hint] }))}
        >
          {words.dismiss}
        </Button>
        <Button isSmall look="quiet" onClick={() => ui.setState({ readHints: [...hints] })}>
          {words.hideAll}
        </Button>
      </div>
    </aside>
  );
};

/** For whoever is here for the first time: one after the other, and none that was read. */
export const Hints = () => {
  const readHints = useUi((ui) => ui.readHints);
  const next = hints.find((hint) => !readHints.includes(hint));
  return next === undefined ? null : <Card hint={next} />;
};
