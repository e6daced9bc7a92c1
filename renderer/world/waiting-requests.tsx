import { Hand } from 'lucide-react';
import type { WaitingRequest } from '../../shared/contract/documents.ts';
import { useActions, useApp, useNow } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { countdown } from '../state/countdown.ts';
import { timeOfDay } from '../state/format.ts';
import { Button } from '../ui/button.tsx';
import { useFocusHeir } from '../ui/use-focus-heir.ts';
import { DrawerLine, titleOfDrawer } from './drawer-line.tsx';

const words = messages.world.faults;

const Since = ({ since }: Pick<WaitingRequest, 'since'>) => (
  <span className="fault-drawer__since">
    {words.since(timeOfDay(since), countdown(useNow() - since))}
  </span>
);

const Waiting = ({ waiting }: { readonly waiting: readonly WaitingRequest[] }) => {
  const { releaseAll, releaseRequest } = useActions();
  const section = useFocusHeir<HTMLElement>(titleOfDrawer);
  return (
    <section ref={section} className="fault-drawer__section">
      <div className="fault-drawer__row">
        <h3 className="fault-drawer__heading">{words.waitingTitle}</h3>
        <Button isSmall onClick={releaseAll}>
          {words.releaseAll}
        </Button>
      </div>
      {waiting.length === 0 ? <p className="fault-drawer__none">{words.nobodyWaits}</p> : null}
      <ul className="fault-drawer__list" aria-label={words.waitingTitle}>
        {waiting.map((request) => {
          const what = messages.world.waiting(request);
          return (
            <DrawerLine key={request.request}>
              <Hand size={14} aria-hidden className="fault-drawer__amber" />
              <span className="fault-drawer__words">
                {what} <Since since={request.since} />
              </span>
              <Button
                isSmall
                aria-label={words.releaseOf(what)}
                onClick={() => {
                  releaseRequest(request.request);
                }}
              >
                {words.release}
              </Button>
            </DrawerLine>
          );
        })}
      </ul>
      <p className="fault-drawer__hint">{words.releaseAllHint}</p>
    </section>
  );
};

/** Requests that are held back: each can be let go alone, while the hold stays for the others. */
export const WaitingRequests = () => {
  const waiting = useApp(({ documents }) => documents.world.waiting);
  const isHolding = useApp(({ documents }) =>
    documents.world.faults.some(({ how }) => how === 'hold'),
  );
  return waiting.length === 0 && !isHolding ? null : <Waiting waiting={waiting} />;
};
