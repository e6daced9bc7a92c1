/**
 * What the stand-in does not do. Each is a spec of tests/e2e/electron-real.spec.ts, which runs on the
 * real Electron only and is skipped on the stand-in with the reason that stands here.
 *
 * Two more have no spec: fuses, which tests/packaging looks at, and menus, dialogs and frames of
 * windows as people see them, which the system draws.
 */
export const notImitated = {
  worlds:
    'Preload and page share one JavaScript world: what a page does to built-in objects reaches the preload.',
  sandbox: 'The process of a page has the sandbox of the Chromium that is here, and none as root.',
  names: 'Chromium runs before the app sets switches: only what the app asks for is known.',
  hang: 'That a page hangs is not noticed: specs tell the window that it does.',
  accelerators: 'Keys reach the page and not the menu.',
  visibility: 'A page does not learn that its window is hidden or minimised.',
  permissions: 'Permissions are asked for once in advance, and not when a page wants one.',
  scheme:
    'The scheme is mapped to https, so that nothing of its registration but the presence counts.',
  pixels:
    'What is drawn off screen has one pixel for a point, and is enlarged where a picture of it is taken.',
  cookies: 'What Chromium keeps lies in its own folder and not in that of the app.',
} as const;
