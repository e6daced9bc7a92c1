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

  it('tells what a phone asked for, how that ended, and what it met', () => {
    const phone = { subject: 'phone', asked: 'detail', id: 'wf_a', request: 1 } as const;
    const path = 'GET /v1/subscribers/bo/workflows/wf_a';
    expect([
      eventWords({ type: 'phone-asked', ...phone, note: path }),
      eventWords({ type: 'phone-answered', ...phone, note: 'HTTP 503', met: ['held', 503] }),
      eventWords({ type: 'phone-answered', subject: 'phone', asked: 'other', note: 'HTTP 200' }),
    ]).toEqual([
      `A phone asks for workflow wf_a (${path}).`,
      'The phone’s request for workflow wf_a ended (HTTP 503); it met: held, 503.',
      'The phone’s request for something else ended (HTTP 200).',
    ]);
  });
});
