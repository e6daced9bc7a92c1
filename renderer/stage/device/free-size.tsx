import { useStageDeeds } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { ParsedField } from '../circumstances/field.tsx';
import { useSetUp } from '../use-stage.ts';
import { freeLimits, heldSize, parseSide, withSide } from './free-size-change.ts';

const words = messages.stage;

/** Width and height of a screen of free size, as numbers. */
export const FreeSize = () => {
  const setUp = useSetUp();
  const { change } = useStageDeeds();
  const size = heldSize(setUp);
  const problem = words.sizeProblem(freeLimits.least, freeLimits.most);
  return (
    <div className="free-size">
      <ParsedField
        label={words.width}
        caption={words.width}
        value={String(size.width)}
        problem={problem}
        parse={parseSide}
        onChange={(width) => change({ freeSize: withSide(setUp, 'width', width) })}
      />
      <ParsedField
        label={words.height}
        caption={words.height}
        value={String(size.height)}
        problem={problem}
        parse={parseSide}
        onChange={(height) => change({ freeSize: withSide(setUp, 'height', height) })}
      />
    </div>
  );
};
