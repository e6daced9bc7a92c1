import { useState } from 'react';
import { deviceIds, devices } from '../../../shared/stage/devices.ts';
import { useStageDeeds } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import type { OpenPaper } from '../../state/stage-store.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../circumstances/field.tsx';
import { languageName } from '../toolbar/languages.ts';
import { useSetUp } from '../use-stage.ts';
import { type SheetChoice, looksOf, mostLooks, toggled } from './sheet.ts';

const words = messages.stage.pictures;

interface BoxesProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly word: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

const Boxes = <Value extends string>({ legend, options, chosen, onChange }: BoxesProps<Value>) => (
  <fieldset className="pictures__boxes">
    <legend>{legend}</legend>
    {options.map(({ value, word }) => (
      <Check
        key={value}
        label={word}
        word={word}
        isOn={chosen.includes(value)}
        onChange={() => onChange(toggled(chosen, value))}
      />
    ))}
  </fieldset>
);

const deviceOptions = deviceIds.map((value) => ({ value, word: devices[value].name }));
const lookOptions = [
  { value: 'light', word: words.light },
  { value: 'dark', word: words.dark },
] as const;

/** Every screen in every combination of what is ticked. */
export const SheetForm = ({ paper }: { readonly paper: OpenPaper }) => {
  const setUp = useSetUp();
  const { takePictures } = useStageDeeds();
  const { screens } = paper.outline;
  const locales = [...new Set(screens.flatMap((screen) => screen.locales))];
  const [choice, setChoice] = useState<SheetChoice>({
    devices: setUp.device === 'free' ? ['iphone'] : [setUp.device],
    locales: locales.slice(0, 1),
    colorModes: ['light', 'dark'],
  });
  const looks = looksOf(choice, setUp);
  const isTooMany = looks.length > mostLooks;
  const change = (part: Partial<SheetChoice>): void => setChoice({ ...choice, ...part });
  const localeOptions = locales.map((value) => ({ value, word: languageName(value) }));
  return (
    <section className="pictures__part">
      <h3>{words.sheet}</h3>
      <p className="pictures__hint">{words.sheetHint}</p>
      <Boxes
        legend={words.devices}
        options={deviceOptions}
        chosen={choice.devices.filter((device) => device !== 'free')}
        onChange={(chosen) => change({ devices: chosen })}
      />
      <Boxes
        legend={words.languages}
        options={localeOptions}
        chosen={choice.locales}
        onChange={(chosen) => change({ locales: chosen })}
      />
      <Boxes
        legend={words.looks}
        options={lookOptions}
        chosen={choice.colorModes}
        onChange={(chosen) => change({ colorModes: chosen })}
      />
      {isTooMany ? <p className="pictures__hindrance">{words.tooMany(mostLooks)}</p> : null}
      <Button
        look="primary"
        disabled={looks.length === 0 || isTooMany}
        onClick={() => takePictures({ ...paper.name, screenIds: [], looks: [...looks] })}
      >
        {words.take(looks.length * screens.length)}
      </Button>
    </section>
  );
};
