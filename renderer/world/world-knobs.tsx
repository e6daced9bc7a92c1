import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useActions, useApp } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { type RuleSet, ruleSets } from '../../shared/policies.ts';
import { isBackendDown } from '../state/world-status.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { Knob } from './knob.tsx';

const words = messages.world;

const stages = [
  { value: 'foreground', word: words.foreground },
  { value: 'background', word: words.background },
] as const;

const ruleOptions: readonly { readonly value: RuleSet; readonly word: string }[] = ruleSets.map(
  (value) => ({ value, word: messages.rules[value] }),
);

/** What the app meets: network, backend, where it stands, and by whose rules it behaves. */
export const WorldKnobs = () => {
  const world = useApp(({ documents }) => documents.world);
  const actions = useActions();
  const isUp = !isBackendDown(world);
  return (
    <>
      <Knob caption={words.network}>
        <Switch
          label={words.network}
          isOn={world.isOnline}
          word={world.isOnline ? words.online : words.offline}
          isAmberWhenOff
          shortcut={ariaKeysOf('network', isMac)}
          onChange={actions.setOnline}
        />
      </Knob>
      <Knob caption={words.backend}>
        <Switch
          label={words.backend}
          isOn={isUp}
          word={isUp ? words.up : words.down}
          isAmberWhenOff
          shortcut={ariaKeysOf('backend', isMac)}
          onChange={actions.setBackendUp}
        />
      </Knob>
      <Knob caption={words.app}>
        <Segmented
          label={words.app}
          value={world.isForeground ? 'foreground' : 'background'}
          options={stages}
          onChange={(stage) => {
            actions.setForeground(stage === 'foreground');
          }}
        />
      </Knob>
      <Knob caption={words.rules}>
        <Select
          label={words.rules}
          value={world.rules}
          options={ruleOptions}
          onChange={actions.setRules}
        />
      </Knob>
    </>
  );
};
