import type { WorkflowSpec } from '../../shared/scenario/project-spec.ts';
import {
  image,
  paywallComponents,
  plainUiConfig,
  purchaseButton,
  text,
  workflowButton,
} from './components.ts';
import { imagePath, imageSizePx } from './generated-image.ts';
import type { Json } from './json.ts';

/** What decides how a compiled workflow looks, and so its url. */
export type WorkflowContent = Pick<
  WorkflowSpec,
  'id' | 'offering' | 'revision' | 'steps' | 'assets' | 'bytes' | 'answersAs'
>;

const stepId = (index: number): string => `step_${String(index + 1)}`;
const screenId = (index: number): string => `screen_${String(index + 1)}`;
const nextButton = 'btn_next';
const nextAction = 'go_next';

const stepCount = (content: WorkflowContent): number => Math.max(1, content.steps);

const isLast = (content: WorkflowContent, index: number): boolean =>
  index === stepCount(content) - 1;

const step = (content: WorkflowContent, index: number): Json => {
  const navigation = {
    triggers: [{ name: 'Next', type: 'on_press', action_id: nextAction, component_id: nextButton }],
    trigger_actions: { [nextAction]: { type: 'step', step_id: stepId(index + 1) } },
  };
  return {
    id: stepId(index),
    type: 'screen',
    screen_id: screenId(index),
    param_values: {},
    outputs: {},
    metadata: { screen_type: isLast(content, index) ? ['paywall'] : [] },
    ...(isLast(content, index) ? { triggers: [], trigger_actions: {} } : navigation),
  };
};

/** The images go round the screens, so that each screen has its share. */
const images = (content: WorkflowContent, index: number, cdn: string): readonly Json[] =>
  Array.from({ length: content.assets }, (_, n) => n + 1)
    .filter((n) => (n - 1) % stepCount(content) === index)
    .map((n) =>
      image(`image_${String(n)}`, { url: cdn + imagePath(content.id, n), sizePx: imageSizePx }),
    );

const title = ({ id, revision }: WorkflowContent, index: number): string =>
  `${id} r${String(revision)}${index === 0 ? '' : `, screen ${String(index + 1)}`}`;

const screen = (content: WorkflowContent, index: number, cdn: string): Json => {
  const button = isLast(content, index) ? purchaseButton : workflowButton;
  return {
    name: `Screen ${String(index + 1)}`,
    offering_identifier: content.offering,
    exit_offers: {},
    ...paywallComponents(
      `${cdn}/assets`,
      [
        text('title', 'title', '#1b1f1dff', 28),
        ...images(content, index, cdn),
        button(nextButton, 'button'),
      ],
      { title: title(content, index), button: isLast(content, index) ? 'Subscribe' : 'Next' },
    ),
  };
};

const each = (
  content: WorkflowContent,
  key: (index: number) => string,
  make: (index: number) => Json,
): Json =>
  Object.fromEntries(
    Array.from({ length: stepCount(content) }, (_, index) => [key(index), make(index)]),
  );

const padded = (body: Json, metadata: Json, bytes: number): Json => {
  const whole = { ...body, metadata };
  const missing = bytes - JSON.stringify(whole).length - ',"padding":""'.length;
  return missing <= 0
    ? whole
    : { ...body, metadata: { ...metadata, padding: 'x'.repeat(missing) } };
};

/** Makes the compiled workflow that a scenario describes; the same from the same. */
export const compileWorkflow = (content: WorkflowContent, cdn: string): Json =>
  padded(
    {
      id: content.answersAs ?? content.id,
      display_name: `Workflow ${content.id}`,
      initial_step_id: stepId(0),
      single_step_fallback_id: stepId(stepCount(content) - 1),
      content_max_width: null,
      steps: each(content, stepId, (index) => step(content, index)),
      screens: each(content, screenId, (index) => screen(content, index, cdn)),
      ui_config: plainUiConfig,
    },
    { revision: content.revision },
    content.bytes,
  );
