import { isAbsent } from '../model/decode.ts';
import type { Offering } from '../model/offerings.ts';
import { type Workflow, decodeWorkflowValue } from '../model/workflow.ts';

/** The id of the one step and the one screen of what is no workflow. */
export const ownScreenId = 'own';

/** A workflow of a single screen. */
export const workflowOfScreen = (
  { id, screenId }: { readonly id: string; readonly screenId: string },
  screen: unknown,
  uiConfig: unknown,
): Workflow | null => {
  const decoded = decodeWorkflowValue({
    id,
    display_name: id,
    initial_step_id: screenId,
    single_step_fallback_id: screenId,
    steps: { [screenId]: { id: screenId, type: 'screen', screen_id: screenId } },
    screens: { [screenId]: screen },
    ui_config: uiConfig,
  });
  return decoded.ok ? decoded.value : null;
};

/**
 * An offering's own paywall, which has the form of a screen, as a workflow; null where it has none
 * that can be read.
 */
export const ownPaywallWorkflow = (
  { identifier, paywall_components }: Pick<Offering, 'identifier' | 'paywall_components'>,
  uiConfig: unknown,
): Workflow | null =>
  isAbsent(paywall_components)
    ? null
    : workflowOfScreen({ id: identifier, screenId: ownScreenId }, paywall_components, uiConfig);
