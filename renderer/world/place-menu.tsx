import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { type PlaceName, places, wayOf } from '../state/world-status.ts';
import { ChoiceMenu } from '../ui/choice-menu.tsx';
import { TriangleAlert } from 'lucide-react';

const words = messages.world;

/** How the backend or the CDN is: as it should be, or broken in one of the usual ways. */
export const PlaceMenu = ({ place }: { readonly place: PlaceName }) => {
  const way = useApp(({ documents }) => wayOf(place, documents.world));
  const { setWay } = useActions();
  const isBroken = way !== 'up';
  return (
    <ChoiceMenu
      label={words[place]}
      name={words.chosen(words[place], words.ways[way])}
      value={way === 'mixed' ? null : way}
      word={words.ways[way]}
      choices={places[place].ways.map((value) => ({
        value,
        word: words.ways[value],
        hint: words.wayHints[value],
      }))}
      isAmber={isBroken}
      icon={isBroken ? <TriangleAlert size={14} aria-hidden /> : undefined}
      shortcut={ariaKeysOf(place, isMac)}
      onChoose={(chosen) => setWay(place, chosen)}
    />
  );
};
