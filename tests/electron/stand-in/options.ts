import { type StandInOptions, defaultOptions, optionsVariable } from '../calls.ts';

const given = JSON.parse(process.env[optionsVariable] ?? '{}') as Partial<StandInOptions>;

/** What the test set. */
export const options: StandInOptions = { ...defaultOptions, ...given };
