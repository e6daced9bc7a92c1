import { useStageDeeds } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { useSetUp } from '../use-stage.ts';
import { EdgeGrip } from './edge-grip.tsx';
import { freeLimits, heldSize, withSide } from './free-size-change.ts';

const words = messages.stage;

/** The edges of a screen of free size. */
export const FreeGrips = ({ scale }: { readonly scale: number }) => {
  const setUp = useSetUp();
  const { change } = useStageDeeds();
  const size = heldSize(setUp);
  return (
    <>
      <EdgeGrip
        label={words.widthEdge}
        side="width"
        size={size.width}
        limits={freeLimits}
        scale={scale}
        onResize={(width) => change({ freeSize: withSide(setUp, 'width', width) })}
      />
      <EdgeGrip
        label={words.heightEdge}
        side="height"
        size={size.height}
        limits={freeLimits}
        scale={scale}
        onResize={(height) => change({ freeSize: withSide(setUp, 'height', height) })}
      />
    </>
  );
};
