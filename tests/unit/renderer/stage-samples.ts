import type { Outline, OutlineScreen, OutlineStep } from '../../../shared/workflow/outline.ts';
import { firstStage } from '../../../renderer/state/stage-store.ts';
import { opened } from '../../../renderer/state/stage-moves.ts';
import type { PaperName } from '../../../renderer/state/stage-subject.ts';

/** A step that a press on `<id>_go` leads on from. */
export const step = (id: string, next: string | null, more: Partial<OutlineStep> = {}) => ({
  id,
  type: 'screen',
  screenId: id,
  triggers:
    next === null ? [] : [{ isOnPress: true, componentId: `${id}_go`, actionId: `to_${next}` }],
  targets: next === null ? {} : { [`to_${next}`]: next },
  experiment: null,
  ...more,
});

export const screen = (id: string, more: Partial<OutlineScreen> = {}): OutlineScreen => ({
  id,
  name: `Screen ${id}`,
  locales: ['en_US'],
  defaultLocale: 'en_US',
  offeringId: null,
  packages: [],
  exitOfferingId: null,
  ...more,
});

/** Three steps in a row; the last one sells, and offers `sale` to who leaves. */
export const outline = (more: Partial<Outline> = {}): Outline => ({
  initialStepId: 'hello',
  singleStepFallbackId: 'plans',
  steps: [step('hello', 'more'), step('more', 'plans'), step('plans', null)],
  screens: [
    screen('hello'),
    screen('more'),
    screen('plans', {
      packages: [
        { id: 'annual', isDefault: true },
        { id: 'monthly', isDefault: false },
      ],
      exitOfferingId: 'sale',
    }),
  ],
  customVariables: [],
  ...more,
});

export const paperName = (more: Partial<PaperName> = {}): PaperName => ({
  kind: 'workflow',
  id: 'wf',
  offeringId: 'default',
  bodyHash: 'one',
  ...more,
});

export const read = (more: Partial<Outline> = {}, name: Partial<PaperName> = {}) => ({
  name: paperName(name),
  outline: outline(more),
  json: '{}',
  files: {},
});

export const openStage = (more: Partial<Outline> = {}) => opened(firstStage, read(more), 1_000);
