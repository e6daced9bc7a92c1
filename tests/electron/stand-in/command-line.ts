import type { CommandLine } from 'electron';

type Imitated = Pick<
  CommandLine,
  'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch' | 'appendArgument'
>;

/** Chromium takes one dash for two, and nothing for a switch that follows `--`. */
const switchShape = /^--?([^=-][^=]*)(?:=(.*))?$/;

const given = (): (readonly [string, string])[] => {
  const [, ...all] = process.argv;
  const end = all.indexOf('--');
  return (end < 0 ? all : all.slice(0, end)).flatMap((argument) => {
    const [, name, value = ''] = switchShape.exec(argument) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
};

const switches = new Map(given());

/** Chromium's switches, as they are asked for: the Chromium of the stand-in runs already. */
export const commandLine = Object.freeze({
  appendSwitch: (name, value = '') => void switches.set(name, value),
  hasSwitch: (name) => switches.has(name),
  getSwitchValue: (name) => switches.get(name) ?? '',
  removeSwitch: (name) => void switches.delete(name),
  appendArgument: () => {},
} satisfies Imitated);
