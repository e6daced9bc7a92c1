/** Whether the window hears of the app. */
export type ConnectionStatus =
  /** It has not yet, since it was opened. */
  | 'connecting'
  | 'connected'
  /** It did, and is going to again by itself as soon as the app is there. */
  | 'lost'
  /** The address is of an app that was started before, or lacks its token: this is for good. */
  | 'refused';
