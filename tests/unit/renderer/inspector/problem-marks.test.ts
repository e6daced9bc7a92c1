import { expect, it } from 'vitest';
import { problemMarks } from '../../../../renderer/inspector/json/problem-marks.ts';

it('marks the place and all above it with the worst that is there, of this screen only', () => {
  const marks = problemMarks(
    [
      { place: 'a.b.c', severity: 'note', stepId: 'here' },
      { place: 'a.b', severity: 'problem', stepId: 'here' },
      { place: 'a.d', severity: 'problem', stepId: 'elsewhere' },
      { place: null, severity: 'problem', stepId: 'here' },
    ],
    (stepId) => stepId === 'here',
    'screens.first',
  );
  expect(Object.fromEntries(marks)).toEqual({
    screens: 'problem',
    'screens.first': 'problem',
    'screens.first.a': 'problem',
    'screens.first.a.b': 'problem',
    'screens.first.a.b.c': 'note',
  });
});
