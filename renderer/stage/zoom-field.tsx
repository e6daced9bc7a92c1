import { useStage, useStageDeeds } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Select } from '../ui/select.tsx';
import { useSetUp } from './use-stage.ts';

const words = messages.stage;

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2];

/** How large the device is drawn. */
export const ZoomField = () => {
  const fit = useStage((stage) => stage.fit);
  const { zoom } = useSetUp();
  const { change } = useStageDeeds();
  const known = zoom === null || steps.includes(zoom) ? steps : [...steps, zoom].sort();
  return (
    <Select
      label={words.zoom}
      value={zoom === null ? 'fit' : String(zoom)}
      options={[
        { value: 'fit', word: words.zoomFit(fit) },
        ...known.map((step) => ({ value: String(step), word: words.zoomAt(step) })),
      ]}
      onChange={(value) => change({ zoom: value === 'fit' ? null : Number(value) })}
    />
  );
};
