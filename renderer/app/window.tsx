import { Unplug } from 'lucide-react';
import { useStore } from 'zustand';
import { messages } from '../messages.ts';
import { LiveProblem } from '../project/live-trouble.tsx';
import { ProjectProblem } from '../project/project-problem.tsx';
import { DropArea } from '../scenario/drop-area.tsx';
import { GuestBar } from '../scenario/guest/guest-bar.tsx';
import { GuestPanel } from '../scenario/guest/guest-panel.tsx';
import { OpenedScenario, Panels } from './panels.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Desk } from './desk.tsx';
import { LostBanner } from './lost-banner.tsx';
import { NoticeArea } from './notice-area.tsx';
import { TopBar } from '../world/top-bar.tsx';
import { useShownScenario, useStores, useUi } from './window-context.ts';
import './window.css';

/** Before the first snapshot there is nothing to show but that. */
const Starting = () => {
  const isRefused = useStore(useStores().connection, ({ status }) => status === 'refused');
  const { refusedTitle, refusedText } = messages.connection;
  return (
    <main className="window__starting">
      {isRefused ? (
        <EmptyState icon={Unplug} title={refusedTitle} text={refusedText} />
      ) : (
        <p role="status">{messages.starting}</p>
      )}
    </main>
  );
};

/** The whole window. */
export const Window = () => {
  const hasStarted = useStore(useStores().app, ({ app }) => app !== null);
  const panel = useUi((ui) => ui.panel);
  const scenario = useShownScenario();
  if (!hasStarted) return <Starting />;
  return (
    <div className="window">
      <LostBanner />
      <ProjectProblem />
      <LiveProblem />
      <GuestBar />
      <TopBar />
      <div className="window__desk">
        <GuestPanel />
        <Desk />
      </div>
      {/* A dialog makes everything below it unreachable, so it has a notice area of its own. */}
      {panel === null && scenario === null ? <NoticeArea /> : null}
      <Panels />
      <OpenedScenario />
      <DropArea />
    </div>
  );
};
