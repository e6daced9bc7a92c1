import { count, number } from './counts.ts';
import type { ListedProblem } from '../state/stage-problems.ts';

/** The texts of the pane that says why. */
export const inspectorMessages = {
  tabs: {
    why: 'Why',
    json: 'JSON',
    disk: 'Disk',
    problems: (problems: readonly ListedProblem[]): string =>
      problems.length === 0 ? 'Problems' : `Problems ${number.format(problems.length)}`,
  },

  headline: {
    fromMemory: 'Served from memory',
    restored: 'Restored from disk and served from memory',
    fresh: (left: string): string => `fresh for another ${left}`,
    stale: (since: string): string => `stale for ${since}`,
    markedStale: 'marked stale',
    fromTheFuture: 'stale, because it was stored in what is the future now',
    refreshing: 'a refresh is on its way',
    refreshFailed: (why: string): string => `a refresh failed: ${why}`,
    refreshRejected: (why: string): string => `a refresh was rejected: ${why}`,
    asking: 'Nothing in memory yet: whoever opens it waits for the backend.',
    missing: 'Not in memory: whoever opens it waits for the backend.',
    failed: (why: string): string => `Nothing to serve: the request failed, ${why}.`,
    rejected: (why: string): string => `Nothing to serve: the request was rejected, ${why}.`,
    legacy: 'A paywall of the first generation: a workflow is never asked for.',
    none: 'No workflow is mapped to it, so none is asked for.',
    unknown: 'Nobody knows which workflow it maps to: there is no workflows list.',
  },

  meant: {
    label: 'On purpose',
    heal: 'Heal',
    healed: 'The last request met what was broken on purpose. It is healed by now.',
  },

  json: {
    tree: 'JSON',
    roots: 'What is looked at',
    root: { screen: 'Screen', workflow: 'Workflow' },
    search: 'Search the JSON',
    searchExample: 'Key or value',
    clearSearch: 'Clear the search',
    previous: 'Previous match',
    next: 'Next match',
    found: (at: number, all: number, isCut: boolean): string =>
      `${number.format(at)} of ${number.format(all)}${isCut ? '+' : ''}`,
    noneFound: 'Nothing found',
    pickHint: 'A row is shown on the stage. A press on the paywall with Alt leads to its row.',
    noneChosen: 'No row is chosen',
    path: 'Path',
    value: 'Value',
    copyPath: 'Copy path',
    copyValue: 'Copy value',
    thePath: 'The path',
    theValue: 'The value',
    copied: (what: string): string => `${what} is on the clipboard.`,
    notCopied: 'The system did not let it be copied.',
    nothing: {
      title: 'No JSON to look at',
      text: 'As soon as a screen is on the stage, what it is made of stands here. Choose an offering with a paywall, or ask for its workflow.',
    },
    envelope: {
      label: 'Envelope',
      action: 'Envelope',
      size: 'Body',
      url: 'URL',
      hash: 'Hash',
      noHash: 'none: the body is not verified',
    },
  },

  disk: {
    label: 'What is on disk',
    looking: 'Looking…',
    workflow: 'This workflow',
    noWorkflow: 'It maps to no workflow, so nothing of one is saved.',
    envelope: 'Envelope',
    noEnvelope:
      'After a cold start without a backend it would be missing. What the list prefetches is saved; what is opened on demand only with the setting for it.',
    keeps: { prefetched: 'prefetched', 'on-demand': 'on demand' },
    savedAt: (time: string): string => `stored ${time}`,
    unreadable: 'cannot be read',
    files: (there: number, all: number): string =>
      `CDN files: ${number.format(there)} of ${number.format(all)} on disk`,
    fileList: 'CDN files',
    noFiles: 'None is known to be needed.',
    kinds: { body: 'Body', asset: 'Asset' },
    unlisted: (amount: number): string => `${count(amount, 'file')} more.`,
    shared: 'For every workflow',
    offerings: 'Offerings',
    list: 'Workflows list',
    cache: (size: string): string => `The whole file cache has ${size}.`,
    quarantine: 'Quarantine',
    quarantined: (amount: number): string =>
      amount === 0
        ? 'No damaged file was put aside.'
        : `${count(amount, 'damaged file was', 'damaged files were')} put aside.`,
    present: 'On disk',
    missing: 'Missing',
    folder: 'Folder',
    showFolder: 'Show data folder',
  },

  hints: {
    label: 'Hint',
    dismiss: 'Got it',
    hideAll: 'No more hints',
    break:
      'Set Backend to Down in the bar, then press Cold start: what is still there is what a customer would see.',
    why: 'Press a sentence of the chain to see it in the timeline, with the caches before and after.',
    palette: (keys: string): string => `${keys} finds every action and every offering by its name.`,
  },
} as const;
