import { describe, expect, it } from 'vitest';
import { eventWords } from '../../../shared/words.ts';
import { eventTypes } from '../../../shared/timeline.ts';

describe('an event in plain words', () => {
  it.each(eventTypes)('speaks of the offerings as of several: %s', (type) => {
    expect(eventWords({ type, subject: 'offerings' })).not.toMatch(/offerings (was|is) /);
  });

  it.each(eventTypes)('is a sentence: %s', (type) => {
    expect(eventWords({ type, subject: 'detail', id: 'wf_a' })).toMatch(/^[A-Z].*[.!?]$/);
  });
});
