import type { CacheState, Failure } from '../contract/documents.ts';
import type { OfferingRow, WorkflowRow } from '../contract/rows.ts';

/** What a window knows of an offering that somebody opens. */
export interface PresentationFacts {
  /** Null: none was chosen, or the offerings that are known do not have it. */
  readonly offering: Pick<OfferingRow, 'isLegacy' | 'hasOwnPaywall' | 'workflowId'> | null;
  /** What it maps to, or what was opened by itself; null: nobody knows anything of it. */
  readonly workflow: Pick<WorkflowRow, 'copy' | 'isAsking' | 'failure'> | null;
  readonly offerings: Pick<CacheState, 'copy' | 'isAsking' | 'failure'>;
  /** Without a list nobody knows what an offering maps to. */
  readonly list: Pick<CacheState, 'copy' | 'isAsking' | 'failure'>;
}

/** What a customer is shown. */
export interface Presentation {
  readonly shows: 'workflow' | 'own-paywall' | 'default-paywall' | 'error' | 'waiting' | 'nothing';
  /** One sentence. */
  readonly why: string;
}

/** A failure as it stands in the middle of a sentence. */
export const insideSentence = ({ message }: Pick<Failure, 'message'>): string => {
  const phrase = message.replace(/^No answer: /, '').replace(/\.$/, '');
  return /^[A-Z][a-z ]/.test(phrase) ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase;
};

/** What is shown where there is no workflow. */
const withoutWorkflow = (
  { hasOwnPaywall }: NonNullable<PresentationFacts['offering']>,
  because: string,
): Presentation =>
  hasOwnPaywall
    ? { shows: 'own-paywall', why: `${because}, so the offering's own paywall is shown.` }
    : {
        shows: 'default-paywall',
        why: `${because}, and the offering has no paywall of its own, so a default paywall is shown.`,
      };

const withoutOfferings = ({ isAsking, failure }: PresentationFacts['offerings']): Presentation => {
  if (isAsking) return { shows: 'waiting', why: 'The offerings are being fetched.' };
  return failure === null
    ? { shows: 'nothing', why: 'The offerings have not been asked for yet.' }
    : {
        shows: 'error',
        why: `The offerings could not be fetched (${insideSentence(failure)}) and nothing of them is kept, so there is nothing to sell.`,
      };
};

const fromMemory = (
  copy: NonNullable<WorkflowRow['copy']>,
  { isAsking, failure }: Pick<WorkflowRow, 'isAsking' | 'failure'>,
): Presentation => {
  const place = copy.source === 'disk' ? 'restored from disk' : 'in memory';
  if (isAsking)
    return {
      shows: 'workflow',
      why: `The workflow is ${place}, so it is shown while it is fetched again.`,
    };
  return failure === null
    ? { shows: 'workflow', why: `The workflow is ${place}, so it is shown.` }
    : {
        shows: 'workflow',
        why: `The workflow could not be fetched again (${insideSentence(failure)}), so the copy that is ${place} is shown.`,
      };
};

type Fallback = (because: string, alone: Presentation) => Presentation;

const ofWorkflow = (
  { copy, isAsking, failure }: NonNullable<PresentationFacts['workflow']>,
  fallback: Fallback,
): Presentation => {
  if (copy !== null) return fromMemory(copy, { isAsking, failure });
  if (isAsking) return { shows: 'waiting', why: 'The workflow is being fetched.' };
  if (failure === null)
    return { shows: 'nothing', why: 'The workflow has not been asked for yet.' };
  const because = `The workflow could not be fetched (${insideSentence(failure)}) and nothing of it is kept`;
  return fallback(because, { shows: 'error', why: `${because}.` });
};

const unasked = { copy: null, isAsking: false, failure: null };

const withoutMapping = (
  offering: NonNullable<PresentationFacts['offering']>,
  { copy, isAsking, failure }: PresentationFacts['list'],
): Presentation => {
  if (copy !== null) return withoutWorkflow(offering, 'No workflow is mapped to this offering');
  if (isAsking) return { shows: 'waiting', why: 'The workflows list is being fetched.' };
  return withoutWorkflow(
    offering,
    failure === null
      ? 'The workflows list has not been asked for yet'
      : `The workflows list could not be fetched (${insideSentence(failure)})`,
  );
};

/**
 * What a customer is shown who opens the offering, as the SDKs do: a workflow that is in memory,
 * however old; else the offering's own paywall; else one that is made of its packages.
 */
export const presentationOf = ({
  offering,
  workflow,
  offerings,
  list,
}: PresentationFacts): Presentation => {
  if (offering === null) {
    if (workflow !== null) return ofWorkflow(workflow, (_, alone) => alone);
    return offerings.copy === null
      ? withoutOfferings(offerings)
      : { shows: 'nothing', why: 'No offering is chosen.' };
  }
  if (offering.isLegacy)
    return {
      shows: 'default-paywall',
      why: 'The offering has a paywall of the first generation, which never uses a workflow and cannot be drawn here, so a default paywall is shown.',
    };
  return offering.workflowId === null
    ? withoutMapping(offering, list)
    : ofWorkflow(workflow ?? unasked, (because) => withoutWorkflow(offering, because));
};
