import { number } from './counts.ts';

/** Every text about files that are dropped on the window. */
export const dropMessages = {
  hint: 'Drop it here to open it: a scenario, a report, the JSON of a project, or its folder',
  refused: 'Nothing was opened',
  allowed:
    'What can be dropped here is one file: a scenario, whose name ends in .pwscenario, .yaml, .yml or .json, the JSON of a project, or a report, whose name ends in .zip; or the folder of a project.',
  tooLarge: (bytes: number): string => `is larger than ${bytes / 1_000_000} MB`,
  largeReport: (name: string, megabytes: number): string =>
    `${name} is larger than any report: one has at most ${number.format(megabytes)} MB.`,
  file: (name: string, why: string): string => `The file ${name} ${why}.`,
  gone: (name: string): string => `${name} cannot be read: it is a folder, or not there any more.`,
} as const;
