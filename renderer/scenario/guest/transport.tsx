import { Pause, Play, RotateCcw, SkipForward } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PlayGuest } from '../../../shared/contract/documents.ts';
import type { Steering } from '../../../shared/contract/guest.ts';
import { useActions } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';

const words = messages.guest;

const mainWord: Readonly<Record<PlayGuest['status'], string>> = {
  paused: words.play,
  playing: words.pause,
  stopped: words.goOn,
  ended: words.playAgain,
};

/** Plays, stops and steps the scenario that is on the desk. */
export const Transport = ({ guest }: { readonly guest: PlayGuest }) => {
  const { id, status, isFast } = guest;
  const { steerScenario } = useActions();
  const keys = useRef<HTMLDivElement>(null);
  // Whoever opened it goes on from here by keyboard.
  useEffect(() => keys.current?.querySelector('button')?.focus(), []);
  const steer = (...ways: readonly Steering[]) => {
    for (const how of ways) steerScenario(id, how);
  };
  const main = (): void => {
    if (status === 'playing') steer('pause');
    else if (status === 'ended') steer('restart', 'play');
    else steer('play');
  };
  return (
    <div ref={keys} className="guest-bar__keys">
      <Button isSmall look="guest" icon={status === 'playing' ? Pause : Play} onClick={main}>
        {mainWord[status]}
      </Button>
      <Button isSmall icon={SkipForward} isIdle={status === 'ended'} onClick={() => steer('step')}>
        {words.step}
      </Button>
      <Button isSmall icon={RotateCcw} onClick={() => steer('restart')}>
        {words.restart}
      </Button>
      <Switch
        label={words.fast}
        isOn={isFast}
        word={words.fast}
        onChange={(isOn) => steer(isOn ? 'fast' : 'slow')}
      />
    </div>
  );
};
