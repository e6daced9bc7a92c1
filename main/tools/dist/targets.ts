/** What can be made: the app in a folder, or something that people install. */
export const targetNames = ['dir', 'appimage', 'deb', 'dmg', 'nsis'] as const;

export type Target = (typeof targetNames)[number];

/** A system that the app is packaged for, on that system itself. */
export type System = 'linux' | 'darwin' | 'win32';

interface SystemTargets {
  /** What is made where nothing else is asked for. */
  readonly usual: readonly Target[];
  readonly possible: readonly Target[];
}

const targets: Readonly<Record<System, SystemTargets>> = {
  linux: { usual: ['appimage', 'deb'], possible: ['dir', 'appimage', 'deb'] },
  darwin: { usual: ['dmg'], possible: ['dir', 'dmg'] },
  win32: { usual: ['nsis'], possible: ['dir', 'nsis'] },
};

export const isTarget = (name: string): name is Target =>
  (targetNames as readonly string[]).includes(name);

export const isSystem = (platform: NodeJS.Platform): platform is System => platform in targets;

export type ChosenTargets =
  | { readonly ok: true; readonly targets: readonly Target[] }
  | { readonly ok: false; readonly message: string };

/** What is asked for, or the usual, as far as this system can make it. */
export const chooseTargets = (system: System, asked: readonly Target[]): ChosenTargets => {
  const { usual, possible } = targets[system];
  const stranger = asked.find((target) => !possible.includes(target));
  if (stranger !== undefined)
    return {
      ok: false,
      message: `${stranger} cannot be made on this system, only ${possible.join(', ')}.`,
    };
  return { ok: true, targets: asked.length === 0 ? usual : [...new Set(asked)] };
};
