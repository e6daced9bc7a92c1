import { SlidersHorizontal } from 'lucide-react';
import { messages } from '../../messages.ts';
import { Popover } from '../../ui/popover.tsx';
import { CircumstancesPanel } from './circumstances-panel.tsx';
import './circumstances.css';

const words = messages.stage.circumstances;

/** Opens what the store would say; beside the paywall, so that it is seen to follow. */
export const CircumstancesButton = () => (
  <Popover
    label={words.open}
    panelLabel={words.label}
    isPicture
    buttonClass="button--quiet"
    panelClass="circumstances"
    button={
      <>
        <SlidersHorizontal size={14} aria-hidden />
        <span className="stage-toolbar__word">{words.open}</span>
      </>
    }
  >
    {() => <CircumstancesPanel />}
  </Popover>
);
