import { ChevronDown } from 'lucide-react';
import { useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { type Way, wayOf } from '../state/world-status.ts';
import { Popover } from '../ui/popover.tsx';
import type { MovableKnob } from './knob-plan.ts';
import { KnobOf } from './knobs.tsx';
import { Knob } from './knob.tsx';

const words = messages.world;

/** What the knobs in it are set to, so that nobody has to open it to know. */
const useSummary = (knobs: readonly MovableKnob[], cdn: Way): string => {
  const isForeground = useApp(({ documents }) => documents.world.isForeground);
  const rules = useApp(({ documents }) => documents.world.rules);
  const isVirtual = useApp(({ documents }) => documents.clock.kind === 'virtual');
  return words.moreHolds([
    ...(knobs.includes('cdn') && cdn !== 'up' ? [words.chosen(words.cdn, words.ways[cdn])] : []),
    ...(knobs.includes('clock') && isVirtual ? [words.clock.virtual] : []),
    ...(knobs.includes('app') ? [isForeground ? words.foreground : words.background] : []),
    ...(knobs.includes('rules') ? [messages.rules[rules]] : []),
  ]);
};

/** What the bar has no room for. */
export const MoreMenu = ({ knobs }: { readonly knobs: readonly MovableKnob[] }) => {
  const cdn = useApp(({ documents }) => wayOf('cdn', documents.world));
  const summary = useSummary(knobs, cdn);
  const isAmber = knobs.includes('cdn') && cdn !== 'up';
  return (
    <Knob caption={summary} className="knob--more">
      <Popover
        label={words.chosen(words.more, summary)}
        panelLabel={words.more}
        buttonClass={`popover-button ${isAmber ? 'button--on-purpose' : 'button--plain'}`}
        button={
          <>
            <span className="choice-menu__word">{words.more}</span>
            <ChevronDown size={14} aria-hidden />
          </>
        }
      >
        {() => (
          <div className="more-menu">
            {knobs.map((knob) => (
              <KnobOf key={knob} knob={knob} />
            ))}
          </div>
        )}
      </Popover>
    </Knob>
  );
};
