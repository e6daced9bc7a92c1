/**
 * Imported before electron-store, which imports electron. In plain Node that package looks for its
 * runtime and starts to download it; told any folder, it answers with a path that nobody uses.
 */
if (!('electron' in process.versions)) {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= 'this-process-is-not-electron';
}
