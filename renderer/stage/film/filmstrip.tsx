import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { stepsInOrder } from '../../../shared/workflow/step-order.ts';
import { useStageDeeds } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { stepName } from '../step-name.ts';
import { classNames } from '../../ui/class-names.ts';
import { useDeviceScreen, usePaper } from '../use-stage.ts';
import { Film, filmScale } from './film.tsx';
import './film.css';
import { useAlive } from './use-alive.ts';

const words = messages.stage.filmstrip;

const placesBy: Readonly<Record<string, (place: number, count: number) => number>> = {
  ArrowRight: (place) => place + 1,
  ArrowDown: (place) => place + 1,
  ArrowLeft: (place) => place - 1,
  ArrowUp: (place) => place - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Moves the focus along the strip. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const to = placesBy[event.key];
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.film__button')];
  const place = buttons.findIndex((button) => button === document.activeElement);
  event.preventDefault();
  buttons[to(place, buttons.length)]?.focus();
};

/** All screens of the workflow at once, in the order in which a person meets them. */
export const Filmstrip = ({ isBeside }: { readonly isBeside: boolean }) => {
  const paper = usePaper();
  const { goTo } = useStageDeeds();
  const strip = useRef<HTMLUListElement>(null);
  const outline = paper?.outline ?? null;
  const steps = useMemo(() => (outline === null ? [] : stepsInOrder(outline)), [outline]);
  const stepIds = useMemo(() => steps.map(({ id }) => id), [steps]);
  const alive = useAlive(strip, stepIds);
  const { size } = useDeviceScreen();
  const current = paper?.walk?.stepId ?? null;

  useEffect(() => {
    const film = strip.current?.querySelector('[aria-current="step"]');
    film?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current, outline, isBeside]);

  if (paper === null) return null;
  const tabStop = stepIds.includes(current ?? '') ? current : stepIds[0];
  return (
    <section
      className={classNames('filmstrip', isBeside && 'filmstrip--beside')}
      aria-label={words.label}
    >
      <ul ref={strip} className="filmstrip__films" aria-label={words.list} onKeyDown={walk}>
        {steps.map((step, place) => (
          <Film
            key={`${paper.name.id} ${step.id}`}
            step={step}
            name={stepName(paper, step.id)}
            place={place + 1}
            scale={filmScale(size, isBeside)}
            isAlive={alive.includes(step.id)}
            isCurrent={step.id === current}
            isTabStop={step.id === tabStop}
            onPress={() => goTo(step.id)}
          />
        ))}
      </ul>
    </section>
  );
};
