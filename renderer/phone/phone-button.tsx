import { Smartphone } from 'lucide-react';
import { useApp, useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { ToolButton } from '../world/tool-button.tsx';
import './phone-button.css';

const words = messages.phone;

/** The way to serving phones; while one is served, it says so, and on which port. */
export const PhoneButton = () => {
  const { isOn, isRefusing, port } = useApp(({ documents }) => documents.phone);
  const { ui } = useStores();
  const open = (): void => ui.setState({ panel: 'phone' });
  if (!isOn) return <ToolButton icon={Smartphone} label={words.open} onClick={open} />;
  return (
    <Button
      look={isRefusing ? 'on-purpose' : 'plain'}
      icon={Smartphone}
      className={isRefusing ? 'phone-button' : 'phone-button phone-button--on'}
      aria-label={isRefusing ? words.openRefusing(port) : words.openOn(port)}
      onClick={open}
    >
      {port}
    </Button>
  );
};
