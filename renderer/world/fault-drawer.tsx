import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useActions, useApp, useStores, useUi } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Switch } from '../ui/switch.tsx';
import { useFocusHeir } from '../ui/use-focus-heir.ts';
import { ActiveFaults } from './active-faults.tsx';
import './fault-drawer.css';
import { FaultForm } from './fault-form.tsx';
import { faultsButtonId } from './faults-button.tsx';
import { WaitingRequests } from './waiting-requests.tsx';

const words = messages.world.faults;

const button = (): HTMLElement | null => document.querySelector<HTMLElement>(`#${faultsButtonId}`);

const DiskSwitch = () => {
  const isFull = useApp(({ documents }) => documents.world.isDiskFull);
  const { setDiskFull } = useActions();
  return (
    <section className="fault-drawer__section fault-drawer__section--line">
      <h3 className="fault-drawer__heading">{words.disk}</h3>
      <Switch
        label={words.disk}
        isOn={!isFull}
        word={isFull ? words.diskFull : words.diskFree}
        isAmberWhenOff
        onChange={(hasRoom) => setDiskFull(!hasRoom)}
      />
    </section>
  );
};

const Drawer = () => {
  const { ui } = useStores();
  const drawer = useFocusHeir<HTMLElement>(button);
  const title = useRef<HTMLHeadingElement>(null);
  const close = (): void => ui.setState({ isFaultDrawerOpen: false });
  useEffect(() => title.current?.focus(), []);
  return (
    <aside
      ref={drawer}
      aria-label={words.label}
      className="fault-drawer"
      onKeyDown={({ key }: KeyboardEvent) => {
        if (key === 'Escape') close();
      }}
    >
      <header className="fault-drawer__head">
        <h2 ref={title} tabIndex={-1} className="fault-drawer__title">
          {words.title}
        </h2>
        <IconButton icon={X} label={words.close} onClick={close} />
      </header>
      <div className="fault-drawer__body">
        <ActiveFaults />
        <WaitingRequests />
        <FaultForm />
        <DiskSwitch />
      </div>
    </aside>
  );
};

/** Everything that can be broken, beside what is looked at meanwhile. */
export const FaultDrawer = () => (useUi((ui) => ui.isFaultDrawerOpen) ? <Drawer /> : null);
