/** What is said while the app cannot be reached. */
export const connectionMessages = {
  lost: 'The connection to the app is lost.',
  since: (time: string): string =>
    `What you see is as of ${time}. Trying to connect again… If you closed it, start it and open its new address.`,
  over: (time: string): string =>
    `What you see is as of ${time}. The app was closed or started again: open the address that “npm start” prints now.`,
  unreachable:
    'The app cannot be reached, so nothing was done. Look whether “npm start” still runs.',
  interrupted:
    'The connection to the app was lost before the answer came, so it is not known whether it was done.',
  unusable: 'The app answered with something that makes no sense here.',
  refusedTitle: 'This address does not lead to a running app',
  refusedText:
    'The app was closed or started again since, or the end of the address is missing. Start it with “npm start”, and open the address that it prints.',
} as const;

/** What is said of a fault of the window itself. */
export const errorMessages = {
  areaTitle: (area: string): string => `“${area}” stopped working`,
  areaText: 'The fault is in this window, and is in the log now. The app itself goes on.',
  reload: 'Reload this area',
  faultTitle: 'Something in this window went wrong',
  faultText:
    'It is in the log now. If something does not react any more, reload the window: nothing is lost by that.',
  unreadableTitle: 'A message from the app could not be read',
  unreadableText:
    'What you see may be out of date. Reload the window; if it comes back, the log says more.',
} as const;
