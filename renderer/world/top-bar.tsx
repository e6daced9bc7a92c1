import { CircleHelp, Power, Settings } from 'lucide-react';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { Area } from '../app/area.tsx';
import { useActions, useApp, useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { FaultStrip } from './fault-strip.tsx';
import { Knob } from './knob.tsx';
import './top-bar.css';
import { UserMenu } from './user-menu.tsx';
import { WorldKnobs } from './world-knobs.tsx';

const Project = () => {
  const name = useApp(({ documents }) => documents.project.name);
  return (
    <div className="knob knob--project">
      <span className="knob__caption">{messages.world.project}</span>
      <h1 className="top-bar__project clipped">{name}</h1>
    </div>
  );
};

const Tools = () => {
  const { ui } = useStores();
  return (
    <div className="top-bar__tools">
      <IconButton
        icon={Settings}
        label={messages.settings.open}
        onClick={() => ui.setState({ panel: 'settings' })}
      />
      <IconButton
        icon={CircleHelp}
        label={messages.help.open}
        onClick={() => ui.setState({ panel: 'help' })}
      />
    </div>
  );
};

/** The world around the app, under the hand. */
export const TopBar = () => {
  const { coldStart } = useActions();
  return (
    <Area name={messages.world.label} className="top-bar">
      <div className="top-bar__row">
        <div className="top-bar__knobs">
          <Project />
          <WorldKnobs />
          <Knob caption={messages.world.user}>
            <UserMenu />
          </Knob>
          <Knob caption={messages.world.restart}>
            <Button
              icon={Power}
              onClick={coldStart}
              aria-keyshortcuts={ariaKeysOf('coldStart', isMac)}
            >
              {messages.world.coldStart}
            </Button>
          </Knob>
        </div>
        <Tools />
      </div>
      <FaultStrip />
    </Area>
  );
};
