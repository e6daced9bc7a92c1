import { useCallback, useRef, useState } from 'react';
import type { FrameDriver, FrameNews } from './frame/frame-driver.ts';
import { LiveFrame } from './frame/live-frame.tsx';
import { useStage, useStageDeeds, useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { scenesAhead } from '../state/stage-ahead.ts';
import type { Scene } from '../state/stage-scene.ts';
import { pressAgain } from './press-again.ts';
import { stepName } from './step-name.ts';
import { useLiveScene } from './use-stage.ts';

const words = messages.stage;

/** The paywall itself, alive: what is pressed on it is done. */
export const LiveScreen = ({ isShown }: { readonly isShown: boolean }) => {
  const deeds = useStageDeeds();
  const { stage, ui } = useStores();
  const pointed = useStage((state) => state.pointed);
  const sought = useStage((state) => state.sought);
  const driver = useRef<FrameDriver | null>(null);
  const tell = useCallback((next: Scene | null) => driver.current?.show(next), []);
  const { paper, stepId, facts, scene } = useLiveScene(isShown, tell);
  const [settled, setSettled] = useState<Scene | null>(null);
  const [ahead, setAhead] = useState<readonly Scene[]>([]);

  const lookAhead = (): void => setAhead(scenesAhead(stage.getState(), facts));

  const hear = (news: FrameNews, about: Scene): void => {
    const { screenId } = about.request;
    switch (news.kind) {
      case 'shown':
        stage.setState({ selectedPackageId: news.selectedPackageId });
        deeds.report(screenId, { problems: news.problems });
        return;
      case 'settled':
        setSettled(about);
        deeds.report(screenId, { findings: news.findings });
        lookAhead();
        return;
      case 'selected':
        deeds.selectPackage(news.packageId);
        if (about === settled) lookAhead();
        return;
      case 'found':
        stage.setState({ isSoughtSeen: news.isFound });
        return;
      case 'picked':
        ui.setState({
          treeWish: { screenId, place: news.place },
          inspection: 'json',
          view: 'json',
        });
        return;
      case 'failed':
        setSettled(about);
        deeds.fail({ kind: 'failed', message: news.message });
        return;
      case 'event':
        deeds.act(news.event);
        return;
      case 'key':
        pressAgain(news);
    }
  };

  return (
    <LiveFrame
      className="device__frame"
      driver={driver}
      title={words.frameTitle(paper === null || stepId === null ? '' : stepName(paper, stepId))}
      scene={scene}
      ahead={ahead}
      isBusy={scene === null || scene !== settled}
      // Before everything is loaded, things are not yet where they were found.
      pointed={scene === settled && pointed?.stepId === stepId ? pointed.area : null}
      sought={scene === settled && sought?.stepId === stepId ? sought : null}
      onNews={hear}
      onEnd={(end) => deeds.fail({ kind: end })}
    />
  );
};
