import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Argument } from '../../../shared/contract/calls.ts';
import type { Asset } from '../../../shared/model/assets.ts';
import type { EnrolledVariants } from '../../../shared/model/envelope.ts';
import { offeringId, workflowId } from '../../../shared/model/ids.ts';
import type { Workflow } from '../../../shared/model/workflow.ts';
import { outlineOf } from '../../../shared/workflow/outline-of.ts';
import type { Paper } from '../../../shared/workflow/paper.ts';
import type { FileCache } from '../../cdn/files.ts';
import type { CacheContents } from '../../engine/engine.ts';
import { refOf } from '../../engine/preload-assets.ts';

/** A paywall that memory holds, by the body that it was made from. */
export type PaperName = Argument<'findFiles'>;

export interface PaperSource {
  readonly workflow: Workflow;
  readonly enrolledVariants: EnrolledVariants | null;
  readonly assets: readonly Asset[];
}

/** Null: memory does not hold it any more, or another body. */
export const findSource = (
  contents: Pick<CacheContents, 'detail' | 'ownPaywall'>,
  { kind, id, bodyHash }: PaperName,
): PaperSource | null => {
  const found =
    kind === 'workflow' ? contents.detail(workflowId(id)) : contents.ownPaywall(offeringId(id));
  if (found?.bodyHash !== bodyHash) return null;
  return { enrolledVariants: null, ...found };
};

/** The name in the cache of each file that is there, by the address that the paywall has for it. */
export const filesOf = (
  cache: Pick<FileCache, 'has' | 'nameOf'>,
  assets: readonly Asset[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    assets.map(refOf).flatMap((ref) => (cache.has(ref) ? [[ref.url, cache.nameOf(ref)]] : [])),
  );

/** Papers that were asked for last, so that each body is put into words once. */
export interface Papers {
  read(name: PaperName, source: PaperSource): Promise<Paper>;
  /** Another session is shown: in a report that somebody made, a hash may be of anything. */
  forget(): void;
}

/** Walking to and fro between a few paywalls makes none anew. */
const mostPapers = 8;

/** Others get a turn between two screens: a whole workflow can take a tenth of a second. */
const jsonOf = async ({ screens, uiConfig }: Workflow): Promise<string> => {
  const members: string[] = [];
  for (const [id, screen] of Object.entries(screens)) {
    members.push(`${JSON.stringify(id)}:${JSON.stringify(screen)}`);
    await nextTurn();
  }
  return `{"screens":{${members.join(',')}},"uiConfig":${JSON.stringify(uiConfig)}}`;
};

/** Of any paywall, without remembering it. */
export const paperFrom = async ({ workflow, enrolledVariants }: PaperSource): Promise<Paper> => ({
  outline: outlineOf(workflow, enrolledVariants),
  json: await jsonOf(workflow),
});

export const createPapers = (): Papers => {
  const made = new Map<string, Promise<Paper>>();

  return Object.freeze({
    read: (name: PaperName, source: PaperSource) => {
      const key = `${name.kind} ${name.bodyHash} ${name.id}`;
      const paper = made.get(key) ?? paperFrom(source);
      made.delete(key);
      made.set(key, paper);
      // What failed once is not kept; who waits for it hears of it.
      paper.catch(() => made.delete(key));
      const [oldest] = made.keys();
      if (made.size > mostPapers && oldest !== undefined) made.delete(oldest);
      return paper;
    },
    forget: () => made.clear(),
  });
};
