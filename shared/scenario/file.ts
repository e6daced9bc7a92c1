/** What can be told of a scenario's file before it is read. */

/** The ending that a double click opens, and that an argument of the app must have. */
export const ownEnding = '.pwscenario';

export const scenarioEndings = ['.yaml', '.yml', '.json', ownEnding] as const;

export const largestScenarioBytes = 1_000_000;

const endsIn = (name: string, ending: string): boolean => name.toLowerCase().endsWith(ending);

export const hasOwnEnding = (name: string): boolean => endsIn(name, ownEnding);

export const hasScenarioEnding = (name: string): boolean =>
  scenarioEndings.some((ending) => endsIn(name, ending));

/** Why a file is not read, as what follows its name; the window and main say the same. */
export const unreadable = {
  tooLarge: `is larger than ${largestScenarioBytes / 1_000_000} MB`,
  notText: 'is not text in UTF-8',
} as const;
