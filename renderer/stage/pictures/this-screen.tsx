import { useStageDeeds } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import type { OpenPaper } from '../../state/stage-store.ts';
import { Button } from '../../ui/button.tsx';
import { useOutlineScreen, useSetUp } from '../use-stage.ts';
import { lookOfStage } from './sheet.ts';

const words = messages.stage.pictures;

/** One picture, of what is on the stage. */
export const ThisScreen = ({ paper }: { readonly paper: OpenPaper }) => {
  const screen = useOutlineScreen();
  const setUp = useSetUp();
  const { takePictures } = useStageDeeds();
  return (
    <section className="pictures__part">
      <Button
        isIdle={screen === null}
        onClick={() =>
          takePictures({
            ...paper.name,
            screenIds: screen === null ? [] : [screen.id],
            looks: [lookOfStage(setUp)],
          })
        }
      >
        {words.thisScreen}
      </Button>
      <p className="pictures__hint">{words.thisScreenHint}</p>
    </section>
  );
};
