import { describe, expect, it } from 'vitest';
import { type PresentationFacts, presentationOf } from '../../../shared/stage/presentation.ts';

type Facts = PresentationFacts;
type Workflow = NonNullable<Facts['workflow']>;

const unasked = { copy: null, isAsking: false, failure: null };
const known = {
  copy: { storedAt: 0, source: 'network' as const, bodyHash: 'h' },
  isAsking: false,
  failure: null,
};
const mapped = { isLegacy: false, hasOwnPaywall: true, workflowId: 'wf' };
const failure = {
  code: 'backend-error' as const,
  message: 'The backend answered 503.',
  at: 0,
  isOnPurpose: false,
};
const offline = {
  ...failure,
  code: 'no-answer' as const,
  message: 'No answer: the app is offline.',
};

const inMemory = (source: 'network' | 'disk', more: Partial<Workflow> = {}): Workflow => ({
  copy: { storedAt: null, source, bodyHash: 'h', sizeBytes: 1 },
  isAsking: false,
  failure: null,
  ...more,
});

const facts = (more: Partial<Facts> = {}): Facts => ({
  offering: mapped,
  workflow: null,
  offerings: known,
  list: known,
  ...more,
});

describe('what a customer is shown', () => {
  it.each<[string, Facts, string, string]>([
    [
      'a workflow in memory, however old',
      facts({ workflow: inMemory('network') }),
      'workflow',
      'The workflow is in memory, so it is shown.',
    ],
    [
      'a workflow from disk',
      facts({ workflow: inMemory('disk') }),
      'workflow',
      'The workflow is restored from disk, so it is shown.',
    ],
    [
      'a workflow that is being refreshed',
      facts({ workflow: inMemory('network', { isAsking: true, failure }) }),
      'workflow',
      'The workflow is in memory, so it is shown while it is fetched again.',
    ],
    [
      'a workflow that could not be refreshed',
      facts({ workflow: inMemory('network', { failure }) }),
      'workflow',
      'The workflow could not be fetched again (the backend answered 503), so the copy that is in memory is shown.',
    ],
    [
      'that a workflow is on its way',
      facts({ workflow: { ...unasked, isAsking: true } }),
      'waiting',
      'The workflow is being fetched.',
    ],
    [
      "the offering's own paywall for a workflow that cannot be fetched",
      facts({ workflow: { ...unasked, failure } }),
      'own-paywall',
      "The workflow could not be fetched (the backend answered 503) and nothing of it is kept, so the offering's own paywall is shown.",
    ],
    [
      'a default paywall where there is no own one either',
      facts({
        offering: { ...mapped, hasOwnPaywall: false },
        workflow: { ...unasked, failure: offline },
      }),
      'default-paywall',
      'The workflow could not be fetched (the app is offline) and nothing of it is kept, and the offering has no paywall of its own, so a default paywall is shown.',
    ],
    [
      'nothing of a workflow that nobody asked for',
      facts(),
      'nothing',
      'The workflow has not been asked for yet.',
    ],
    [
      "the offering's own paywall where no workflow is mapped",
      facts({ offering: { ...mapped, workflowId: null } }),
      'own-paywall',
      "No workflow is mapped to this offering, so the offering's own paywall is shown.",
    ],
    [
      'a default paywall where no workflow is mapped and there is no own one',
      facts({ offering: { isLegacy: false, hasOwnPaywall: false, workflowId: null } }),
      'default-paywall',
      'No workflow is mapped to this offering, and the offering has no paywall of its own, so a default paywall is shown.',
    ],
    [
      'that the list is on its way',
      facts({ offering: { ...mapped, workflowId: null }, list: { ...unasked, isAsking: true } }),
      'waiting',
      'The workflows list is being fetched.',
    ],
    [
      "the offering's own paywall where the list cannot be fetched",
      facts({ offering: { ...mapped, workflowId: null }, list: { ...unasked, failure } }),
      'own-paywall',
      "The workflows list could not be fetched (the backend answered 503), so the offering's own paywall is shown.",
    ],
    [
      "the offering's own paywall where nobody asked for the list",
      facts({ offering: { ...mapped, workflowId: null }, list: unasked }),
      'own-paywall',
      "The workflows list has not been asked for yet, so the offering's own paywall is shown.",
    ],
    [
      'a default paywall for one of the first generation',
      facts({ offering: { ...mapped, isLegacy: true }, workflow: inMemory('network') }),
      'default-paywall',
      'The offering has a paywall of the first generation, which never uses a workflow and cannot be drawn here, so a default paywall is shown.',
    ],
    [
      'that the offerings are on their way',
      facts({ offering: null, offerings: { ...unasked, isAsking: true } }),
      'waiting',
      'The offerings are being fetched.',
    ],
    [
      'an error where there are no offerings',
      facts({ offering: null, offerings: { ...unasked, failure } }),
      'error',
      'The offerings could not be fetched (the backend answered 503) and nothing of them is kept, so there is nothing to sell.',
    ],
    [
      'nothing as long as nobody asked for offerings',
      facts({ offering: null, offerings: unasked }),
      'nothing',
      'The offerings have not been asked for yet.',
    ],
    [
      'nothing where no offering is chosen',
      facts({ offering: null }),
      'nothing',
      'No offering is chosen.',
    ],
    [
      'a workflow without any offering',
      facts({ offering: null, workflow: inMemory('network'), offerings: unasked }),
      'workflow',
      'The workflow is in memory, so it is shown.',
    ],
    [
      'an error for a workflow without any offering that cannot be fetched',
      facts({ offering: null, workflow: { ...unasked, failure } }),
      'error',
      'The workflow could not be fetched (the backend answered 503) and nothing of it is kept.',
    ],
  ])('is %s', (_, given, shows, why) => {
    expect(presentationOf(given)).toEqual({ shows, why });
  });

  it('keeps names as they are in the middle of a sentence', () => {
    const failed = { ...failure, message: 'The CDN gave no answer (refused).' };
    const html = { ...failure, message: 'HTML is no workflow.' };
    expect(
      [failed, html].map((each) => {
        const { why } = presentationOf(facts({ workflow: { ...unasked, failure: each } }));
        return /\((.*)\) and/.exec(why)?.[1];
      }),
    ).toEqual(['the CDN gave no answer (refused)', 'HTML is no workflow']);
  });
});
