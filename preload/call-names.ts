import type { CallName } from '../shared/contract/calls.ts';

/**
 * Every call of the contract, written out: the contract itself would bring its schemas into the
 * preload. A name too few or too many is an error of types.
 */
const names = {
  getOfferings: true,
  getList: true,
  getWorkflow: true,
  readWorkflow: true,
  setOnline: true,
  setForeground: true,
  setRules: true,
  fail: true,
  heal: true,
  healEverything: true,
  coldStart: true,
  logIn: true,
  logOut: true,
  switchUser: true,
  alias: true,
  changeSettings: true,
  resetSettings: true,
  showDataFolder: true,
  wipeData: true,
  showLogs: true,
  openLink: true,
  readLicences: true,
  report: true,
} satisfies Record<CallName, true>;

export const callNames = Object.keys(names) as readonly CallName[];
