import type { StageState, StageTrouble } from './stage-store.ts';
import { screenAt } from './stage-scene.ts';
import { type StageSubject, isSameThing } from './stage-subject.ts';

/** What stands on the stage: a screen, or why there is none. */
export type StageView =
  | { readonly kind: 'screen' | 'loading' | 'closed' | 'no-start' | 'no-screen' | 'nothing' }
  | { readonly kind: 'waiting' | 'unasked' | 'error'; readonly why: string }
  | { readonly kind: 'trouble'; readonly trouble: StageTrouble };

export const stageView = (
  { paper, trouble }: Pick<StageState, 'paper' | 'trouble'>,
  { wanted, presentation, askId }: StageSubject,
): StageView => {
  if (trouble !== null) return { kind: 'trouble', trouble };
  if (wanted === null) {
    const { shows, why } = presentation;
    if (shows === 'waiting' || shows === 'error') return { kind: shows, why };
    return askId === null ? { kind: 'nothing' } : { kind: 'unasked', why };
  }
  // What is still there of another selection is not shown under this one.
  if (paper === null || !isSameThing(paper.name, wanted)) return { kind: 'loading' };
  if (paper.isClosed) return { kind: 'closed' };
  if (paper.walk === null) return { kind: 'no-start' };
  return { kind: screenAt(paper) === null ? 'no-screen' : 'screen' };
};
