declare const brand: unique symbol;

/** A string that only code which says so may pass where this kind of id belongs. */
type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** Who the app is used by; `$RCAnonymousID:` and 32 hex digits for an anonymous user. */
export type AppUserId = Id<'app-user'>;
/** A workflow, as the list, the detail and the CDN body name it. */
export type WorkflowId = Id<'workflow'>;
/** An offering, as the offerings response names it. */
export type OfferingId = Id<'offering'>;

export const appUserId = (text: string): AppUserId => text as AppUserId;
export const workflowId = (text: string): WorkflowId => text as WorkflowId;
export const offeringId = (text: string): OfferingId => text as OfferingId;

const anonymousPrefix = '$RCAnonymousID:';

/** Makes an anonymous user id of 32 hex digits. */
export const anonymousUserId = (hexDigits: string): AppUserId =>
  appUserId(`${anonymousPrefix}${hexDigits}`);

export const isAnonymous = (user: AppUserId): boolean =>
  /^\$RCAnonymousID:[0-9a-f]{32}$/.test(user);
