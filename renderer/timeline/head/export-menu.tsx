import { useActions } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';

const words = messages.timeline;

/** Writes events into a file: those that the list shows, or all. */
export const ExportMenu = ({ count }: { readonly count: number }) => {
  const { exportTimeline } = useActions();
  return (
    <Popover label={words.export} panelLabel={words.exportChoice} button={words.export}>
      {(close) => {
        const run = (which: 'shown' | 'all') => () => {
          close();
          void exportTimeline(which);
        };
        return (
          <div className="timeline__fields">
            <Button isSmall isIdle={count === 0} onClick={run('shown')}>
              {words.exportShown(count)}
            </Button>
            <Button isSmall onClick={run('all')}>
              {words.exportAll}
            </Button>
            <p className="timeline__hint">{words.exportHint}</p>
          </div>
        );
      }}
    </Popover>
  );
};
