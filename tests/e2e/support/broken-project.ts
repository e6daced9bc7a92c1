import { buttonOf, makeProject, screenOf, stepOf, textOf } from './project-folder.ts';

const words = (name: string) => ({ hello: `This is ${name}` });

const body = {
  display_name: 'Broken',
  initial_step_id: 'first',
  steps: { first: stepOf('first'), island: stepOf('island') },
  screens: {
    first: screenOf(
      'First',
      [textOf('hello'), textOf('nobody_wrote_this'), buttonOf('dead', 'hello')],
      words('First'),
    ),
    island: screenOf('Island', [{ type: 'hologram' }, textOf('hello')], words('Island')),
  },
};

/** Makes a project whose only paywall has a text missing, and a step that nobody comes to. */
export const makeBrokenProject = (): string =>
  makeProject([{ offering: 'default', id: 'wf_broken', body }]);
