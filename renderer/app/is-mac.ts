/** Whether shortcuts are pressed with Command: what counts is the keyboard, not the host. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
