import type { Decoded } from '../../../shared/model/decode.ts';
import { decodeEnvelope } from '../../../shared/model/envelope.ts';
import {
  type Offering,
  type OfferingsResponse,
  decodeOfferings,
  isLegacy,
} from '../../../shared/model/offerings.ts';
import {
  type Screen,
  type Workflow,
  decodeWorkflow,
  decodeWorkflowValue,
} from '../../../shared/model/workflow.ts';
import { decodeWorkflowsList } from '../../../shared/model/workflows-list.ts';
import { outlineOf } from '../../../shared/workflow/outline-of.ts';
import { ownPaywallWorkflow, ownScreenId } from '../../../shared/workflow/own-paywall.ts';
import { stepsInOrder } from '../../../shared/workflow/step-order.ts';
import type { BackendOrigins, ServedProject } from '../../backend/backend.ts';

/** A screen that can be looked at. */
export interface ProjectScreen {
  /** Its place and its step's id: `2-plans`. */
  readonly name: string;
  readonly screen: Screen;
  readonly uiConfig: unknown;
  /** Whose packages it sells. */
  readonly offering: Offering | null;
  readonly locales: readonly string[];
}

/** The screens of a workflow, or of all offerings that have a paywall of their own. */
export interface ScreenGroup {
  readonly id: string;
  readonly screens: readonly ProjectScreen[];
}

/** The group of the offerings' own paywalls. */
export const offeringsGroup = 'offerings';

/** Loading the project has checked all that is decoded here. */
const valueOf = <T>(decoded: Decoded<T>): T => {
  if (decoded.ok) return decoded.value;
  throw new Error(decoded.problem);
};

const bodyOf = (project: ServedProject, id: string, origins: BackendOrigins): Workflow => {
  const envelope = decodeEnvelope(project.detail(id, origins) ?? '');
  if (!envelope.ok) throw new Error(envelope.error.problem);
  if (envelope.value.action === 'inline') return valueOf(decodeWorkflowValue(envelope.value.data));
  const { pathname } = new URL(envelope.value.url);
  const file = project.body(pathname, origins);
  return valueOf(decodeWorkflow(new TextDecoder().decode(file?.bytes)));
};

const numbered = (index: number, name: string): string => `${String(index + 1)}-${name}`;

/** A screen's name and id: of its step, or its own where no step shows it. */
const namedScreens = (workflow: Workflow): readonly (readonly [string, string])[] => {
  const shown = new Map<string, string>();
  for (const { id, screenId } of stepsInOrder(outlineOf(workflow)))
    if (screenId !== null && !shown.has(screenId)) shown.set(screenId, id);
  for (const id of Object.keys(workflow.screens)) if (!shown.has(id)) shown.set(id, id);
  return [...shown].map(([screenId, name]) => [name, screenId]);
};

type FindOffering = (identifier: string | null | undefined) => Offering | null;

const finder =
  ({ offerings }: OfferingsResponse): FindOffering =>
  (asked) =>
    offerings.find(({ identifier }) => identifier === asked) ?? null;

const workflowGroup = (
  id: string,
  workflow: Workflow,
  mapped: string | null,
  find: FindOffering,
): ScreenGroup => {
  const screens = namedScreens(workflow).flatMap(([name, screenId], index) => {
    const screen = workflow.screens[screenId];
    if (screen === undefined) return [];
    const named = screen.offering_identifier ?? screen.offering_id ?? mapped;
    return {
      name: numbered(index, name),
      screen,
      uiConfig: workflow.uiConfig,
      offering: find(named),
      locales: Object.keys(screen.components_localizations),
    };
  });
  return { id, screens };
};

const ownPaywalls = (response: OfferingsResponse): ScreenGroup => {
  const own = response.offerings.flatMap((offering) => {
    const workflow = isLegacy(offering) ? null : ownPaywallWorkflow(offering, response.ui_config);
    const screen = workflow?.screens[ownScreenId];
    return screen === undefined ? [] : { offering, screen };
  });
  const screens = own.map(({ offering, screen }, index) => ({
    name: numbered(index, offering.identifier),
    screen,
    uiConfig: response.ui_config,
    offering,
    locales: Object.keys(screen.components_localizations),
  }));
  return { id: offeringsGroup, screens };
};

/** Every screen of a project, with the addresses of a backend in it. */
export const screensOf = (
  project: ServedProject,
  origins: BackendOrigins,
): readonly ScreenGroup[] => {
  const response = valueOf(decodeOfferings(project.offerings(origins)));
  const { workflows } = valueOf(decodeWorkflowsList(project.list(origins)));
  const find = finder(response);
  const listed = workflows.map(({ id, offeringId }) =>
    workflowGroup(id, bodyOf(project, id, origins), offeringId, find),
  );
  return [...listed, ownPaywalls(response)].filter(({ screens }) => screens.length > 0);
};
