const megabyte = 1_000_000;

/** How much is written into a report; what is beyond is left out, and the report says so. */
export const writeLimits = {
  events: 200_000,
  eventBytes: 64 * megabyte,
  /** Of envelopes and bodies that memory holds. */
  workflows: 5_000,
  workflowBytes: 64 * megabyte,
  /** Offerings or workflows of a list, and the bytes of that. */
  rows: 20_000,
  rowBytes: 8 * megabyte,
  /** Of the offerings as they came. */
  offeringsBytes: 12 * megabyte,
  /** Envelopes on disk that are listed. */
  diskEntries: 5_000,
  /** Of the list of them; beyond, the files of each are counted only. */
  diskBytes: 12 * megabyte,
  logBytes: 500_000,
  assets: 500,
  assetBytes: 24 * megabyte,
  /** Of how many pictures and fonts it is looked whether they are on disk. */
  assetsLookedFor: 20_000,
  /** Packed: nothing large is begun beyond, so that what is written can be opened. */
  zipBytes: 56 * megabyte,
} as const;

/** How much a report may have that is opened, whoever made it. */
export const readLimits = {
  files: 20_000,
  /** Offerings or workflows of a list. */
  rows: 20_000,
  /** Of such a list, and of what windows are told besides: all of it is told at once. */
  rowBytes: 10 * megabyte,
  stateBytes: 4 * megabyte,
  /** Of all events: those that a window shows first come to it at once. */
  eventBytes: 90 * megabyte,
  /** Of one file, and of all of them, when they are unpacked. */
  fileBytes: 24 * megabyte,
  totalBytes: 256 * megabyte,
} as const;
