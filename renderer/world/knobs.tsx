import { Power } from 'lucide-react';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Switch } from '../ui/switch.tsx';
import { ClockMenu } from './clock-menu.tsx';
import { Knob } from './knob.tsx';
import type { MovableKnob } from './knob-plan.ts';
import { PlaceMenu } from './place-menu.tsx';
import { RulesMenu } from './rules-menu.tsx';

const words = messages.world;

const stages = [
  { value: 'foreground', word: words.foreground },
  { value: 'background', word: words.background },
] as const;

const AppKnob = () => {
  const isForeground = useApp(({ documents }) => documents.world.isForeground);
  const { setForeground } = useActions();
  return (
    <Knob caption={words.app}>
      <Segmented
        label={words.app}
        value={isForeground ? 'foreground' : 'background'}
        options={stages}
        onChange={(stage) => setForeground(stage === 'foreground')}
      />
    </Knob>
  );
};

const ColdStartKnob = () => {
  const { coldStart } = useActions();
  return (
    <Knob caption={words.restart}>
      <Button icon={Power} onClick={coldStart} aria-keyshortcuts={ariaKeysOf('coldStart', isMac)}>
        {words.coldStart}
      </Button>
    </Knob>
  );
};

export const NetworkKnob = () => {
  const isOnline = useApp(({ documents }) => documents.world.isOnline);
  const { setOnline } = useActions();
  return (
    <Knob caption={words.network}>
      <Switch
        label={words.network}
        isOn={isOnline}
        word={isOnline ? words.online : words.offline}
        isAmberWhenOff
        shortcut={ariaKeysOf('network', isMac)}
        onChange={setOnline}
      />
    </Knob>
  );
};

export const BackendKnob = () => (
  <Knob caption={words.backend} className="knob--backend">
    <PlaceMenu place="backend" />
  </Knob>
);

const knobs: Readonly<Record<MovableKnob, () => React.JSX.Element>> = {
  app: AppKnob,
  coldStart: ColdStartKnob,
  clock: () => (
    <Knob caption={words.clock.label} className="knob--clock">
      <ClockMenu />
    </Knob>
  ),
  cdn: () => (
    <Knob caption={words.cdn} className="knob--cdn">
      <PlaceMenu place="cdn" />
    </Knob>
  ),
  rules: () => (
    <Knob caption={words.rules}>
      <RulesMenu />
    </Knob>
  ),
};

/** One of the knobs that stand in the bar, or under “More”. */
export const KnobOf = ({ knob }: { readonly knob: MovableKnob }) => {
  const Found = knobs[knob];
  return <Found />;
};
