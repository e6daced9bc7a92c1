import { count, number } from './counts.ts';

/** The status of a workflow, in a word or two. */
export const statusMessages = {
  fresh: 'Fresh',
  stale: 'Stale',
  refreshing: 'Refreshing',
  loading: 'Loading',
  restored: 'Restored',
  rejected: 'Rejected',
  failed: 'Failed',
  missing: 'Missing',
  legacy: 'Legacy',
  none: 'No workflow',
  unknown: 'Unknown',
} as const;

/** What each status means for somebody who opens the paywall now. */
export const meaningMessages = {
  fresh: 'Served from memory at once, without asking the backend.',
  stale: 'Served from memory at once, and refreshed behind.',
  refreshing: 'Being asked for. Until the answer comes, the copy in memory is served.',
  loading: 'Being asked for. There is nothing to show until the answer comes.',
  restored: 'Came back from disk and is served from memory at once.',
  rejected: 'The backend refuses it, and memory holds no copy to show.',
  failed: 'The last request failed, and memory holds no copy to show.',
  missing: 'Not in memory: whoever opens it waits for the backend, or for the copy on disk.',
  legacy: 'Has a paywall of the first generation, so it never uses a workflow.',
  unknown:
    'There is no workflows list, so nobody knows which workflow it maps to. Ask for the list.',
  none: 'Maps to no workflow: what is shown is the offering’s own paywall, or a default one.',
} as const;

/** Every text of the offerings on the left. */
export const offeringMessages = {
  label: 'Offerings',
  orphans: 'Workflows without an offering',
  current: 'Current',
  prefetched: 'Prefetched',
  onDisk: 'Saved',
  unnamed: 'Not in the list',
  offeringName: (
    id: string,
    isCurrent: boolean,
    workflow: string | null,
    status: readonly string[],
  ): string =>
    [id, isCurrent ? 'current' : null, workflow, ...status]
      .filter((part) => part !== null)
      .join(', '),
  workflowName: (name: string, status: readonly string[]): string =>
    [name, 'workflow without an offering', ...status].join(', '),
  empty: {
    asking: {
      title: 'Asking for the offerings…',
      text: 'They appear here as soon as they come.',
    },
    failed: {
      title: 'No offerings',
      text: (why: string, isOnPurpose: boolean): string =>
        `${why} Memory and disk hold none either, so a customer would see no paywall. ${isOnPurpose ? 'Heal what is broken, then ask again.' : 'Ask again once that is mended.'}`,
    },
    noUser: {
      title: 'There is no user',
      text: 'Offerings belong to a user. Log somebody in to get them.',
    },
    none: {
      title: 'No offerings yet',
      text: 'Ask for them, as an app does when it starts.',
    },
    project: {
      title: 'The project has no offerings',
      text: 'The backend answered, and its answer is empty. Add offerings to the project.',
    },
  },
  ask: 'Ask for offerings',
  search: 'Search offerings',
  searchExample: 'Name, workflow',
  clearSearch: 'Clear the search',
  sort: 'Order',
  sorts: {
    response: 'As they came',
    name: 'Name',
    status: 'Status',
    left: 'Freshness left',
    size: 'Size',
  },
  filter: 'Filter by status',
  allFilters: 'All filters',
  showAll: 'Show all',
  shown: (shown: number, all: number): string => `${number.format(shown)} of ${number.format(all)}`,
  noMatch: {
    title: 'Nothing matches',
    text: (all: number): string =>
      `${all === 1 ? 'The only row does not have' : `None of ${count(all, 'row')} has`} this name and status. Change what you search for, or show all.`,
  },
} as const;

/** Every text of the caches above them. */
export const cacheMessages = {
  label: 'Caches',
  offerings: 'Offerings',
  list: 'Workflows',
  ask: 'Ask',
  askOfferings: 'Ask for the offerings',
  askList: 'Ask for the workflows list',
  force: 'Force',
  forceList: 'Force: ask for the workflows list, fresh or not',
  failedAt: (time: string): string => `Failed at ${time}.`,
  failedOnPurpose: (time: string): string => `Failed on purpose at ${time}.`,
  quarantined: (amount: number): string => `${number.format(amount)} quarantined`,
  leaks: (amount: number): string => count(amount, 'leak'),
} as const;

/** Every text of what is known of the chosen offering. */
export const detailMessages = {
  label: 'Details',
  nothing: {
    title: 'Nothing to show',
    text: 'What is known of an offering stands here as soon as there is one.',
  },
  ask: 'Ask for workflow',
  about: 'About',
  facts: {
    workflow: 'Workflow',
    id: 'Id',
    source: 'Came from',
    stored: 'Stored at',
    size: 'Size',
    prefetched: 'Prefetched',
    persisted: 'On disk',
    packages: 'Packages',
    paywall: 'Own paywall',
    body: 'Body',
  },
  yes: 'Yes',
  no: 'No',
  none: 'None',
  markedStale: 'Marked stale',
  chain: 'What led to it',
  showInTimeline: 'Shows it in the timeline',
  lastAnswer: (how: string): string => `Last answer: ${how}`,
  answeredFormer: 'It was for a user of before.',
  noReason: 'Nothing has happened to it that is still remembered.',
  recent: 'What happened to it',
} as const;
