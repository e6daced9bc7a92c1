/**
 * What the host hears, through `onActionTriggered`, of a press that the renderer would hide, ignore
 * or fail at. A workflow's own ids cannot be taken for these: they have no colon.
 */
export const reservedActions = {
  restorePurchases: 'action:restore_purchases',
  closeWorkflow: 'action:close_workflow',
  offerCode: 'action:offer_code',
  webPaywallLink: 'action:web_paywall_link',
  /** A purchase button of a screen that has no packages. */
  purchase: 'action:purchase',
  /** Phones do nothing. */
  nothing: 'action:nothing',
} as const;
