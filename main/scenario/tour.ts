import type { PlainStep, PlayableScenario } from '../../shared/scenario/format.ts';

/** More of them would say the same again. */
const mostOfferings = 4;

const firstUser = 'ana';
const otherUser = 'ben';

const ask = (offering: string): PlainStep => ({
  name: 'get-workflow',
  input: { as: null, wait: true, by: 'offering', id: offering },
});

const getOfferings = (as: string): PlainStep => ({
  name: 'get-offerings',
  input: { as, wait: true },
});

const later: PlainStep = { name: 'advance', input: 5 * 60_000 };
const backendDown: PlainStep = {
  name: 'fail',
  input: { target: { what: 'all' }, kind: 'refused' },
};

/** A walk through a project's offerings: warm, after a cold start with all down, old, as another. */
export const tourOf = (
  projectName: string,
  offerings: readonly string[],
  user = firstUser,
): PlayableScenario => {
  const shown = offerings.slice(0, mostOfferings).map(ask);
  return {
    format: 1,
    name: `A tour of ${projectName}: the backend goes down, and the app is restarted`,
    rules: 'recommended',
    start: {
      user,
      foreground: true,
      settings: { persistOnDemand: false, fallbackHost: false, workflows: true },
    },
    steps: [
      getOfferings('first'),
      ...shown,
      backendDown,
      { name: 'cold-start', input: null },
      getOfferings('again'),
      ...shown,
      { name: 'heal', input: null },
      later,
      ...shown.slice(0, 1),
      { name: 'log-in', input: user === otherUser ? firstUser : otherUser },
      ...shown.slice(0, 1),
      {
        name: 'expect',
        input: [
          { section: 'call', call: 'first', input: { status: 'ok', source: 'network' } },
          { section: 'call', call: 'again', input: { status: 'ok', source: 'disk' } },
          { section: 'leaks', input: { compare: '=', value: 0 } },
        ],
      },
    ],
  };
};
