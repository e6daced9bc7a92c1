import { CircleHelp, Settings } from 'lucide-react';
import { Area } from '../app/area.tsx';
import { useApp, useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { PaletteButton } from '../palette/palette-button.tsx';
import { ExportButton } from '../report/export-button.tsx';
import { PhoneButton } from '../phone/phone-button.tsx';
import { ProjectMenu } from '../project/project-menu.tsx';
import { ScenariosButton } from '../scenario/scenarios-button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useFitting } from '../ui/use-fitting.ts';
import { FaultDrawer } from './fault-drawer.tsx';
import { FaultStrip } from './fault-strip.tsx';
import { FaultsButton } from './faults-button.tsx';
import { Knob } from './knob.tsx';
import { type MovableKnob, movableKnobs } from './knob-plan.ts';
import { BackendKnob, KnobOf, NetworkKnob } from './knobs.tsx';
import { MoreMenu } from './more-menu.tsx';
import './top-bar.css';
import { UserMenu } from './user-menu.tsx';

const words = messages.world;

const Project = () => {
  const name = useApp(({ documents }) => messages.project.nameOf(documents.project));
  return (
    <div className="knob knob--project">
      {/* The button below it says the same to those who see it. */}
      <h1 className="unseen">{name}</h1>
      <span className="knob__caption">{words.project}</span>
      <ProjectMenu />
    </div>
  );
};

const Tools = () => {
  const { ui } = useStores();
  return (
    <div className="top-bar__tools">
      <PaletteButton />
      <PhoneButton />
      <ScenariosButton />
      <ExportButton />
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

/** What the app meets, then who uses it and how it behaves; what has no room stands under “More”. */
const Knobs = () => {
  const { room, row, moved } = useFitting(movableKnobs.length);
  const underMore = movableKnobs.slice(0, moved);
  const inBar = (knob: MovableKnob) => (underMore.includes(knob) ? null : <KnobOf knob={knob} />);
  return (
    <div ref={room} className="top-bar__room">
      <div ref={row} className="top-bar__knobs">
        <Project />
        <NetworkKnob />
        <BackendKnob />
        {inBar('cdn')}
        <Knob caption={words.faults.label}>
          <FaultsButton />
        </Knob>
        <span className="top-bar__rule" aria-hidden />
        {inBar('app')}
        {inBar('clock')}
        <Knob caption={words.user}>
          <UserMenu />
        </Knob>
        {inBar('rules')}
        {inBar('coldStart')}
        {underMore.length === 0 ? null : <MoreMenu knobs={underMore} />}
      </div>
    </div>
  );
};

/** The world around the app, under the hand. */
export const TopBar = () => (
  <Area name={words.label} className="top-bar">
    <div className="top-bar__row">
      <Knobs />
      <Tools />
    </div>
    <FaultStrip />
    <FaultDrawer />
  </Area>
);
