/** Only loopback is asked for on purpose, and Chromium by itself would ask for much else. */
const quiet = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** How Chromium is started wherever this project starts one. */
export const chromiumFlags = (isRoot: boolean): readonly string[] =>
  // It refuses to start its sandbox as root, which is who runs in most containers.
  isRoot ? [...quiet, '--no-sandbox'] : quiet;
